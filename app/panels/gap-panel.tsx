import { useMemo } from "react";
import { LineChart } from "../../components/charts/line-chart.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { Panel } from "../../components/frame/panel.tsx";
import type { PanelProps } from "../../components/frame/panel.tsx";
import type { TableName } from "../../sim/contract/protocol.ts";
import { recordedWords } from "../recorded/recorded-words.ts";
import { usePage } from "../store/hooks.ts";
import { useEmptyWords } from "./empty-words.ts";
import { gapLines } from "./gap-lines.ts";
import { scoreName, translationScoreName } from "./score-names.ts";
import { useChartEvents } from "./use-chart-events.ts";
import { useLooks } from "./use-looks.ts";
import { useSharedDomain } from "./use-shared-domain.ts";
import { useShown } from "./use-shown.ts";
import type { Shown } from "./use-shown.ts";
import { useTimeAxis } from "./use-time-axis.ts";
import "./charts.css";

const NO_GAP = [{ value: 0, label: "no gap" }] as const;

interface GapPanelProps extends Pick<PanelProps, "headingLevel"> {
  readonly height: number;
}

/** What it costs to use what was remembered: every held-out number twice, and how far the two lie apart. */
export function GapPanel({ height, headingLevel = 2 }: GapPanelProps) {
  const score = usePage(({ experiment }) => scoreName(experiment));
  const translationScore = usePage(({ experiment }) => translationScoreName(experiment));
  return (
    <Panel title="The training–inference gap" headingLevel={headingLevel}>
      <p className="panel-words">
        Held-out data scored with running statistics, as at inference, less the same data scored
        with each batch’s own, as in training: a loss above zero or a score below it is what
        remembering costs. A lane that remembers nothing lies on zero.
      </p>
      <div className="chart-row">
        <GapChart
          kind="loss"
          table="held-out"
          title="Gap of the loss"
          yLabel="nats"
          height={height}
        />
        <GapChart
          kind="score"
          table="held-out"
          title={`Gap of ${score}`}
          yLabel="share of right answers"
          height={height}
        />
        {translationScore === "" ? null : (
          <GapChart
            kind="score"
            table="translated"
            title={`Gap of ${translationScore}`}
            yLabel={`points of ${translationScore}`}
            height={height}
          />
        )}
      </div>
    </Panel>
  );
}

interface GapChartProps {
  readonly kind: "loss" | "score";
  readonly table: Exclude<TableName, "steps">;
  readonly title: string;
  readonly yLabel: string;
  readonly height: number;
}

function GapChart({ kind, table, ...look }: GapChartProps) {
  const shown = useShown();
  const series = useGapLines(shown, kind, table);
  const withZero = useMemo(() => [series, series.map(onZero)], [series]);
  const domain = useSharedDomain(withZero, "linear", look.title);
  return (
    <LineChart
      {...look}
      {...useTimeAxis(shown.step)}
      summary={`${look.title}: with running statistics less with batch statistics, on held-out data, one line a lane.`}
      scale="linear"
      series={series}
      version={shown.version}
      yDomain={domain}
      empty={useEmptyWords()}
      events={useChartEvents()}
      levels={NO_GAP}
      recorded={shown.recorded && series.length > 0 ? recordedWords(shown.recorded) : undefined}
    />
  );
}

/** The same steps at no gap, so that the axis always reaches zero. */
function onZero(series: LineSeries): LineSeries {
  return { ...series, values: new Float64Array(series.length) };
}

function useGapLines(shown: Shown, kind: GapChartProps["kind"], table: GapChartProps["table"]) {
  const looks = useLooks();
  const { lanes } = shown;
  const columns = shown.columns[table];
  const hidden = usePage((state) => state.hidden);
  return useMemo(
    () => gapLines({ lanes, columns, hidden }, kind, shown.table(table), looks),
    [lanes, columns, hidden, kind, shown, table, looks],
  );
}
