import { useMemo } from "react";
import { LineChart } from "../../components/charts/line-chart.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import type { ScoredOn, TableName } from "../../sim/contract/protocol.ts";
import { usePainted, useReadout } from "../session-context.ts";
import type { Painted } from "../session/paint-clock.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { chartLines, stepDomain } from "./chart-lines.ts";
import { progressCurves } from "./curves.ts";
import { useEmptyWords } from "./empty-words.ts";
import { asPerplexity } from "./perplexity-line.ts";
import { useChartEvents } from "./use-chart-events.ts";
import { useLooks } from "./use-looks.ts";

interface ProgressChartProps {
  /** Perplexity is drawn from the column of the loss, whose exponential it is. */
  readonly kind: "loss" | "score" | "perplexity";
  /** One line a lane for each. Training is read at every step, the rest at every evaluation. */
  readonly on: readonly ["train"] | readonly Exclude<ScoredOn, "train">[];
  /** Where scores are that no evaluation makes, but translation. */
  readonly table?: TableName;
  readonly title: string;
  readonly summary: string;
  readonly yLabel: string;
  readonly height: number;
}

/** How well the lanes learn: a loss or a score over the steps. Held-out curves use what the layers remember, so they are thick. */
export function ProgressChart(props: ProgressChartProps) {
  const { kind, on, table = tableOf(on), ...look } = props;
  const crosshair = usePage((state) => state.crosshair);
  const steps = usePage((state) => state.experiment.steps);
  const step = useReadout((state) => state.step);
  const { pointAt } = useActions();
  const painted = usePainted();
  const lines = useProgressLines(kind, on, table, painted);
  const empty = useEmptyWords();
  const events = useChartEvents();
  return (
    <LineChart
      {...look}
      // On a log axis perplexity has the loss's own shape, and its start flattens nothing.
      scale={kind === "perplexity" ? "log" : "linear"}
      xLabel="step"
      series={lines}
      version={painted.version}
      xDomain={stepDomain(step, steps)}
      crosshair={crosshair}
      onCrosshair={pointAt}
      empty={empty}
      events={events}
    />
  );
}

function tableOf(on: ProgressChartProps["on"]): TableName {
  return on[0] === "train" ? "steps" : "held-out";
}

function useProgressLines(
  kind: ProgressChartProps["kind"],
  on: ProgressChartProps["on"],
  name: TableName,
  painted: Painted,
): readonly LineSeries[] {
  const looks = useLooks();
  const lanes = usePage((state) => state.lanes);
  const columns = usePage((state) => state.columns);
  const hidden = usePage((state) => state.hidden);
  const isTraining = on[0] === "train";
  const curves = useMemo(
    () =>
      on.flatMap((each) =>
        progressCurves(
          { lanes, columns: columns[name], hidden },
          kind === "perplexity" ? "loss" : kind,
          each,
        ),
      ),
    [lanes, columns, hidden, kind, on, name],
  );
  return useMemo(() => {
    const lines = chartLines(curves, painted.table(name), looks, isTraining ? "thin" : "thick");
    return kind === "perplexity" ? lines.map(asPerplexity) : lines;
  }, [curves, painted, name, looks, isTraining, kind]);
}
