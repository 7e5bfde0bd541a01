import { useCallback, useId, useMemo, useState } from "react";
import { LineChart } from "../../components/charts/line-chart.tsx";
import { ChartNotesContext } from "../../components/charts/save/chart-notes.ts";
import type { ChartNotes } from "../../components/charts/save/saved-chart.ts";
import { sharedDomain } from "../../components/charts/shared-domain.ts";
import { Choice } from "../../components/controls/choice.tsx";
import { Toggle } from "../../components/controls/toggle.tsx";
import type { RecordedChart, Recording } from "./recording.ts";

const HEIGHT = 220;

/** Charts out of a file, those of one place and measure at a time. */
export function RecordedCharts({ recording }: { readonly recording: Recording }) {
  const { charts, facts } = recording;
  const notes = useCallback(
    async (): Promise<ChartNotes> => ({ source: "from a file", facts }),
    [facts],
  );
  const [wanted, want] = useState({ place: "", measure: "" });
  const [isLog, setLog] = useState(charts[0]?.scale === "log");
  const places = distinct(charts.map(({ place }) => place));
  const place = places.includes(wanted.place) ? wanted.place : (places[0] ?? "");
  const measures = distinct(
    charts.filter((chart) => chart.place === place).map(({ measure }) => measure),
  );
  const measure = measures.includes(wanted.measure) ? wanted.measure : (measures[0] ?? "");
  const shown = useMemo(
    () => charts.filter((chart) => chart.place === place && chart.measure === measure),
    [charts, place, measure],
  );
  return (
    <ChartNotesContext value={notes}>
      <Facts facts={facts} />
      <div className="view-pickers">
        <Menu
          label="Place"
          options={places}
          value={place}
          onChange={(to) => want({ place: to, measure })}
        />
        <Menu
          label="Measure"
          options={measures}
          value={measure}
          onChange={(to) => want({ place, measure: to })}
        />
        <LogToggle value={isLog} onChange={setLog} />
      </div>
      <ChartsShown charts={shown} scale={isLog ? "log" : "linear"} />
    </ChartNotesContext>
  );
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

interface MenuProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Nothing, where there is no choice. */
function Menu({ label, options, value, onChange }: MenuProps) {
  const id = useId();
  if (options.length < 2) return null;
  const choices = options.map((option) => ({ value: option, label: option }));
  return <Choice id={id} label={label} options={choices} value={value} onChange={onChange} />;
}

function LogToggle(props: {
  readonly value: boolean;
  readonly onChange: (isLog: boolean) => void;
}) {
  return <Toggle id={useId()} label="Log scale" {...props} />;
}

interface ShownProps {
  readonly charts: readonly RecordedChart[];
  readonly scale: "linear" | "log";
}

/** On one y-axis, as the page has its own. */
function ChartsShown({ charts, scale }: ShownProps) {
  const [crosshair, setCrosshair] = useState<number | null>(null);
  const domain = useMemo(
    () =>
      sharedDomain(
        charts.map(({ series }) => series),
        scale,
      ),
    [charts, scale],
  );
  const xDomain = useMemo(() => stepsOf(charts), [charts]);
  return (
    <div className="chart-row">
      {charts.map((chart) => (
        <LineChart
          key={`${chart.place} ${chart.measure} ${chart.title}`}
          {...chart}
          version={0}
          scale={scale}
          xDomain={xDomain}
          yDomain={domain}
          crosshair={crosshair}
          onCrosshair={setCrosshair}
          height={HEIGHT}
          recorded="From a file."
          empty="The file has no point of this."
        />
      ))}
    </div>
  );
}

/** From nothing, where steps are counted from the start, to the last step of all. */
function stepsOf(charts: readonly RecordedChart[]): readonly [number, number] {
  const ends = charts.flatMap(({ series }) =>
    series.flatMap(({ steps, length }) =>
      length > 0 ? [steps[0] ?? 0, steps[length - 1] ?? 0] : [],
    ),
  );
  const low = ends.reduce((least, step) => Math.min(least, step), 0);
  return [low, ends.reduce((most, step) => Math.max(most, step), low + 1)];
}

function Facts({ facts }: Pick<Recording, "facts">) {
  if (facts.length === 0) return null;
  return (
    <dl className="from-file-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
