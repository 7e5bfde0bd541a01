import { useMemo } from "react";
import type { ReactNode } from "react";
import { LineChart } from "../../components/charts/line-chart.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { FormulaWhenFetched } from "../../components/prose/formula-when-fetched.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import type { MetricDefinition, Statistic, Subject } from "../../sim/contract/metric.ts";
import { asGhosts, useGhost } from "../pinned/use-ghost.ts";
import type { Ghost } from "../pinned/use-ghost.ts";
import { RecordedNote } from "../recorded/recorded-note.tsx";
import { recordedWords } from "../recorded/recorded-words.ts";
import { usePage } from "../store/hooks.ts";
import { Explained } from "../glossary/explained.tsx";
import { chartLines } from "./chart-lines.ts";
import { distanceCurves, floorCurves } from "./curves.ts";
import { useEmptyWordsFor } from "./empty-words.ts";
import { FloorLegend, FloorWords } from "./floor-words.tsx";
import { useChartEvents } from "./use-chart-events.ts";
import { useLooks } from "./use-looks.ts";
import { useSharedDomain } from "./use-shared-domain.ts";
import { useShown } from "./use-shown.ts";
import type { Shown } from "./use-shown.ts";
import { useTimeAxis } from "./use-time-axis.ts";
import "./charts.css";

const TITLES: Readonly<Record<Subject, Readonly<Record<Statistic, string>>>> = {
  input: {
    mean: "µ, the mean",
    variance: "σ², the variance",
    "quadratic-mean": "ψ², the quadratic mean",
  },
  gradient: {
    mean: "g of µ, the mean",
    variance: "g of σ², the variance",
    "quadratic-mean": "g of ψ², the quadratic mean",
  },
};

/** Where the glossary explains what a panel is about. */
const TERMS: Readonly<Record<Subject, Readonly<Record<Statistic, string>>>> = {
  input: {
    mean: "batch-mean",
    variance: "batch-variance",
    "quadratic-mean": "batch-quadratic-mean",
  },
  gradient: {
    mean: "gradient-statistics",
    variance: "gradient-statistics",
    "quadratic-mean": "gradient-statistics",
  },
};

interface DistancePanelsProps {
  readonly height: number;
  /** Between the charts and the words about them. */
  readonly below?: ReactNode;
}

/** The argument, of the run that is shown. */
export function DistancePanels(props: DistancePanelsProps) {
  return <DistanceCharts {...props} shown={useShown()} />;
}

interface DistanceChartsProps extends DistancePanelsProps {
  readonly shown: Shown;
}

/**
 * Three panels on one y-axis, so that what is calm is calm to the eye. They need the page's view and no session, so that a
 * recorded run can be shown where nothing trains.
 */
function DistanceCharts({ shown, height, below }: DistanceChartsProps) {
  const metric = usePage((state) => entry(catalogue.metrics, state.metric));
  const looks = useLooks();
  const groups = useStatisticLines(shown, looks, distanceCurves);
  const floors = useFloorLines(shown, looks, metric);
  const ghost = useGhost();
  const ghosts = useStatisticLines(ghost.shown, ghost.looks, distanceCurves);
  const drawn = useMemo(
    () => groups.map((lines, index) => [...asGhosts(ghosts[index] ?? []), ...lines]),
    [groups, ghosts],
  );
  const chart = useSharedLook(shown, metric, drawn, floors);
  const { recorded } = shown;
  const kind = floors.length > 0 ? metric.floor?.kind : undefined;
  return (
    <>
      <div className="chart-row">
        {STATISTICS.map((statistic, index) => (
          <div key={statistic}>
            <LineChart
              {...chart}
              height={height}
              title={TITLES[metric.of][statistic]}
              heading={
                <Explained term={TERMS[metric.of][statistic]}>
                  {TITLES[metric.of][statistic]}
                </Explained>
              }
              formula={<FormulaWhenFetched tex={metric.formula[statistic]} />}
              summary={summaryOf(metric, statistic)}
              series={drawn[index] ?? []}
              ghosts={ghosts[index]?.length ? ghost.words : undefined}
              bands={floors[index] ?? []}
            />
            {kind && !recorded ? (
              <FloorWords
                kind={kind}
                step={shown.step}
                lines={groups[index] ?? []}
                floors={floors[index] ?? []}
              />
            ) : null}
          </div>
        ))}
      </div>
      {below}
      {recorded ? <RecordedNote run={recorded} /> : null}
      {kind ? <FloorLegend kind={kind} /> : null}
    </>
  );
}

type Groups = readonly (readonly LineSeries[])[];

/** What the three charts have in common. */
function useSharedLook(shown: Shown, metric: MetricDefinition, groups: Groups, floors: Groups) {
  const scale = usePage((state) => state.scale);
  const site = usePage((state) => state.site);
  const { recorded } = shown;
  const drawn = useMemo(() => [...groups, ...floors], [groups, floors]);
  const picture = `${metric.id} ${site} ${scale} ${recorded ? "recorded" : "live"}`;
  return {
    ...useTimeAxis(shown.step),
    yLabel: metric.unit,
    version: shown.version,
    scale,
    yDomain: useSharedDomain(drawn, scale, picture),
    empty: useEmptyWordsFor(metric),
    events: useChartEvents(),
    recorded: recorded && drawn.flat().length > 0 ? recordedWords(recorded) : undefined,
  };
}

function summaryOf({ name, of }: MetricDefinition, statistic: Statistic): string {
  const what = TITLES[of][statistic];
  return of === "gradient"
    ? `${name}, of ${what}, at every step, one line a lane.`
    : `${name} between this batch’s ${what}, and the running one, at every step, one line a lane.`;
}

/** What independent rows would give, for each panel; nothing where it is switched off or cannot be said. */
function useFloorLines(shown: Shown, looks: Ghost["looks"], metric: MetricDefinition) {
  const floors = useStatisticLines(shown, looks, floorCurves);
  const isShown = usePage((state) => state.floor);
  return isShown && metric.floor ? floors : NO_LINES;
}

const NO_LINES: Groups = [];

/** The lines of the three panels as far as they have come. */
function useStatisticLines(
  shown: Shown,
  looks: Ghost["looks"],
  curvesOf: typeof distanceCurves,
): readonly (readonly LineSeries[])[] {
  const { lanes, columns } = shown;
  const hidden = usePage((state) => state.hidden);
  const site = usePage((state) => state.site);
  const metric = usePage((state) => state.metric);
  const curves = useMemo(
    () =>
      STATISTICS.map((statistic) =>
        curvesOf({ lanes, columns: columns.steps, hidden }, { site, metric, statistic }),
      ),
    [curvesOf, lanes, columns, hidden, site, metric],
  );
  return useMemo(
    () => curves.map((chosen) => chartLines(chosen, shown.table("steps"), looks, "thin")),
    [curves, shown, looks],
  );
}
