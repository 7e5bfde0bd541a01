import type { MetricDefinition } from "../../sim/contract/metric.ts";
import { usePage } from "../store/hooks.ts";

/** What a chart of a metric says while it has no points: gradients are read only where that was asked for. */
export function useEmptyWordsFor(metric: MetricDefinition): string {
  const words = useEmptyWords();
  const isRead = usePage(({ experiment }) => experiment.gradientStatistics);
  return metric.of === "gradient" && !isRead
    ? "This run does not read gradients: switch on “Gradient statistics” among the settings of the run."
    : words;
}

/** What a chart says while it has no points. */
export function useEmptyWords(): string {
  return usePage(({ phase }) => {
    switch (phase) {
      case "opening":
        return "The networks are being built.";
      case "idle":
      case "ready":
        return "Press Play to train.";
      case "failed":
        return "There is no run.";
      case "running":
      case "paused":
      case "rewinding":
      case "released":
      case "finished":
        return "No point yet.";
      default:
        return phase satisfies never;
    }
  });
}
