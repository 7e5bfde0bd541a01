import { useMemo } from "react";
import { LineChart } from "../../components/charts/line-chart.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { FormulaWhenFetched } from "../../components/prose/formula-when-fetched.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import type { MetricDefinition, Statistic, Subject } from "../../sim/contract/metric.ts";
import { usePainted, useReadout } from "../session-context.ts";
import type { Painted } from "../session/paint-clock.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { chartLines, stepDomain } from "./chart-lines.ts";
import { distanceCurves } from "./curves.ts";
import { useEmptyWordsFor } from "./empty-words.ts";
import { useChartEvents } from "./use-chart-events.ts";
import { useLooks } from "./use-looks.ts";
import { useSharedDomain } from "./use-shared-domain.ts";
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

/** The argument: three panels on one y-axis, so that what is calm is calm to the eye. */
export function DistancePanels({ height }: { readonly height: number }) {
  const metric = usePage((state) => entry(catalogue.metrics, state.metric));
  const scale = usePage((state) => state.scale);
  const crosshair = usePage((state) => state.crosshair);
  const steps = usePage((state) => state.experiment.steps);
  const step = useReadout((state) => state.step);
  const { pointAt } = useActions();
  const painted = usePainted();
  const groups = useDistanceLines(painted);
  const site = usePage((state) => state.site);
  const domain = useSharedDomain(groups, scale, `${metric.id} ${site} ${scale}`);
  const xDomain = stepDomain(step, steps);
  const empty = useEmptyWordsFor(metric);
  const events = useChartEvents();
  return (
    <div className="chart-row">
      {STATISTICS.map((statistic, index) => (
        <LineChart
          key={statistic}
          title={TITLES[metric.of][statistic]}
          formula={<FormulaWhenFetched tex={metric.formula[statistic]} />}
          summary={summaryOf(metric, statistic)}
          xLabel="step"
          yLabel={metric.unit}
          series={groups[index] ?? []}
          version={painted.version}
          scale={scale}
          xDomain={xDomain}
          yDomain={domain}
          crosshair={crosshair}
          onCrosshair={pointAt}
          height={height}
          empty={empty}
          events={events}
        />
      ))}
    </div>
  );
}

function summaryOf({ name, of }: MetricDefinition, statistic: Statistic): string {
  const what = TITLES[of][statistic];
  return of === "gradient"
    ? `${name}, of ${what}, at every step, one line a lane.`
    : `${name} between this batch’s ${what}, and the running one, at every step, one line a lane.`;
}

/** The lines of the three panels as far as they have come. */
function useDistanceLines(painted: Painted): readonly (readonly LineSeries[])[] {
  const looks = useLooks();
  const lanes = usePage((state) => state.lanes);
  const columns = usePage((state) => state.columns);
  const hidden = usePage((state) => state.hidden);
  const site = usePage((state) => state.site);
  const metric = usePage((state) => state.metric);
  const curves = useMemo(
    () =>
      STATISTICS.map((statistic) =>
        distanceCurves({ lanes, columns: columns.steps, hidden }, { site, metric, statistic }),
      ),
    [lanes, columns, hidden, site, metric],
  );
  return useMemo(
    () => curves.map((chosen) => chartLines(chosen, painted.table("steps"), looks, "thin")),
    [curves, painted, looks],
  );
}
