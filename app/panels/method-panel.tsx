import { useMemo } from "react";
import type { ChartLevel } from "../../components/charts/line-chart-levels.tsx";
import { LineChart } from "../../components/charts/line-chart.tsx";
import { Choice } from "../../components/controls/choice.tsx";
import { Toggle } from "../../components/controls/toggle.tsx";
import { Panel } from "../../components/frame/panel.tsx";
import type { PanelProps } from "../../components/frame/panel.tsx";
import { joined } from "../../components/method/pooled-sentence.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { usePainted, useReadout } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { chartLines } from "./chart-lines.ts";
import { useEmptyWords } from "./empty-words.ts";
import { methodCurves, methodReadings, placeOf } from "./method-curves.ts";
import type { MethodReading } from "./method-curves.ts";
import { useChartEvents } from "./use-chart-events.ts";
import { useLooks } from "./use-looks.ts";
import { useTimeAxis } from "./use-time-axis.ts";

interface MethodPanelProps extends Pick<PanelProps, "headingLevel"> {
  readonly height: number;
  /** What the ids of its controls begin with. */
  readonly ids?: string;
}

/** What some lanes alone have to show; nothing, where none has. */
export function MethodPanel({ height, headingLevel = 2, ids = "method" }: MethodPanelProps) {
  const lanes = usePage((state) => state.lanes);
  const columns = usePage((state) => state.columns.steps);
  const metric = usePage((state) => state.methodMetric);
  const readings = useMemo(
    () => methodReadings({ lanes, columns }, catalogue.normalisers),
    [lanes, columns],
  );
  const shown = readings.find((reading) => reading.metric.id === metric) ?? readings[0];
  if (!shown) return null;
  return (
    <Panel title={titleOf(shown)} headingLevel={headingLevel}>
      <Pickers readings={readings} shown={shown} ids={ids} />
      <MethodChart shown={shown} height={height} />
    </Panel>
  );
}

/** Full names are for one; two would fill the line. */
function titleOf({ methods }: MethodReading): string {
  const [only] = methods;
  return methods.length === 1 && only
    ? `What only ${only.name} has to show`
    : `What only ${joined(methods.map(({ label }) => label))} have to show`;
}

interface ShownProps {
  readonly shown: MethodReading;
}

interface PickersProps extends ShownProps {
  readonly readings: readonly MethodReading[];
  readonly ids: string;
}

function Pickers({ readings, shown, ids }: PickersProps) {
  const place = usePage((state) => state.methodPlace);
  const scale = usePage((state) => state.methodScale);
  const { setView } = useActions();
  const isOne = readings.every((reading) => labelsOf(reading) === labelsOf(shown));
  return (
    <div className="view-pickers">
      <Choice
        id={`${ids}-method-metric`}
        label="Shown"
        about={shown.metric.about}
        options={readings.map((reading) => ({
          value: reading.metric.id,
          label: isOne ? reading.metric.name : `${labelsOf(reading)}: ${reading.metric.name}`,
        }))}
        value={shown.metric.id}
        onChange={(methodMetric) => setView({ methodMetric })}
      />
      <Choice
        id={`${ids}-method-place`}
        label="Place"
        options={placeOptions(shown)}
        value={["first", "last"].includes(place) ? place : placeOf(shown, place)}
        onChange={(methodPlace) => setView({ methodPlace })}
      />
      <Toggle
        id={`${ids}-method-log`}
        label="Log scale"
        value={scale === "log"}
        onChange={(isLog) => setView({ methodScale: isLog ? "log" : "linear" })}
      />
    </div>
  );
}

function labelsOf({ methods }: MethodReading): string {
  return methods.map(({ label }) => label).join(", ");
}

function placeOptions(shown: MethodReading) {
  const ends = ["first", "last"].map((end) => ({
    value: end,
    label: `${end}: ${placeOf(shown, end)}`,
  }));
  return [...ends, ...shown.places.map((name) => ({ value: name, label: name }))];
}

function MethodChart({ shown, height }: ShownProps & { readonly height: number }) {
  const scale = usePage((state) => state.methodScale);
  const choice = usePage((state) => state.methodPlace);
  const step = useReadout((state) => state.step);
  const painted = usePainted();
  const { metric } = shown;
  const place = placeOf(shown, choice);
  const series = useMethodLines(metric.id, place, painted);
  return (
    <LineChart
      // Another metric has other units, and its axis starts afresh.
      key={metric.id}
      title={metric.name}
      summary={`${metric.about} At ${place}, at every step, one line a lane.`}
      {...useTimeAxis(step)}
      yLabel={metric.unit}
      series={series}
      version={painted.version}
      scale={scale}
      height={height}
      empty={useEmptyWords()}
      events={useChartEvents()}
      {...useLimit(shown)}
    />
  );
}

/** The bound of the metric, at the α of the task whose lane is the first to have it. */
function useLimit({ metric, methods }: MethodReading): { levels?: readonly ChartLevel[] } {
  const alpha = usePage(({ experiment: { lanes, tasks } }) => {
    const having = lanes.find(({ normaliser }) => methods.some(({ id }) => id === normaliser.id));
    return tasks[having?.task ?? 0]?.training.alpha;
  });
  const { limit } = metric;
  if (!limit || alpha === undefined) return {};
  return { levels: [{ label: limit.label, value: limit.at(alpha) }] };
}

function useMethodLines(metric: string, place: string, painted: ReturnType<typeof usePainted>) {
  const looks = useLooks();
  const lanes = usePage((state) => state.lanes);
  const columns = usePage((state) => state.columns.steps);
  const hidden = usePage((state) => state.hidden);
  const curves = useMemo(
    () => methodCurves({ lanes, columns, hidden }, metric, place),
    [lanes, columns, hidden, metric, place],
  );
  return useMemo(
    () => chartLines(curves, painted.table("steps"), looks, "thin"),
    [curves, painted, looks],
  );
}
