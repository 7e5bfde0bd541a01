import { useMemo } from "react";
import { LineChart } from "../../components/charts/line-chart.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import type { ScoredOn, TableName } from "../../sim/contract/protocol.ts";
import { asGhosts, useGhost } from "../pinned/use-ghost.ts";
import type { Ghost } from "../pinned/use-ghost.ts";
import { recordedWords } from "../recorded/recorded-words.ts";
import { usePage } from "../store/hooks.ts";
import { chartLines } from "./chart-lines.ts";
import { progressCurves } from "./curves.ts";
import { useEmptyWords } from "./empty-words.ts";
import { asPerplexity } from "./perplexity-line.ts";
import { useChartEvents } from "./use-chart-events.ts";
import { useLooks } from "./use-looks.ts";
import { useShown } from "./use-shown.ts";
import type { Shown } from "./use-shown.ts";
import { useTimeAxis } from "./use-time-axis.ts";

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
  const shown = useShown();
  const looks = useLooks();
  const lines = useProgressLines(kind, on, table, shown, looks);
  const ghost = useGhost();
  const ghosts = useProgressLines(kind, on, table, ghost.shown, ghost.looks);
  const series = useMemo(() => [...asGhosts(ghosts), ...lines], [ghosts, lines]);
  const axis = useTimeAxis(shown.step);
  const empty = useEmptyWords();
  const events = useChartEvents();
  return (
    <LineChart
      {...look}
      {...axis}
      // On a log axis perplexity has the loss's own shape, and its start flattens nothing.
      scale={kind === "perplexity" ? "log" : "linear"}
      series={series}
      version={shown.version}
      ghosts={ghosts.length > 0 ? ghost.words : undefined}
      empty={empty}
      events={events}
      recorded={shown.recorded && lines.length > 0 ? recordedWords(shown.recorded) : undefined}
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
  shown: Shown,
  looks: Ghost["looks"],
): readonly LineSeries[] {
  const { lanes, columns } = shown;
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
    const lines = chartLines(curves, shown.table(name), looks, isTraining ? "thin" : "thick");
    return kind === "perplexity" ? lines.map(asPerplexity) : lines;
  }, [curves, shown, name, looks, isTraining, kind]);
}
