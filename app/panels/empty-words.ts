import { usePage } from "../store/hooks.ts";

/** What a chart says while it has no points. */
export function useEmptyWords(): string {
  return usePage(({ phase }) => {
    switch (phase) {
      case "idle":
      case "opening":
        return "The networks are being built.";
      case "ready":
        return "Press Play to train.";
      case "failed":
        return "There is no run.";
      case "running":
      case "paused":
      case "finished":
        return "No point yet.";
      default:
        return phase satisfies never;
    }
  });
}
