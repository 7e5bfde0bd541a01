import { use, useCallback, useMemo } from "react";
import { BandChart } from "../../components/charts/band-chart.tsx";
import { ChartNotesContext } from "../../components/charts/save/chart-notes.ts";
import type { ChartNotes } from "../../components/charts/save/saved-chart.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import { distanceCurves, progressCurves } from "../panels/curves.ts";
import { laneLooks } from "../panels/lane-look.ts";
import { usePage } from "../store/hooks.ts";
import { seedBands } from "./seed-curves.ts";
import type { SeedState } from "./seed-runs.ts";

const HEIGHT = 180;
const SYMBOLS: Readonly<Record<Statistic, string>> = {
  mean: "the mean µ",
  variance: "the variance σ²",
  "quadratic-mean": "the quadratic mean ψ²",
};

/** The held-out loss and the three distances: median of the seeds, in the range of all. */
export function SeedCharts({ state }: { readonly state: SeedState }) {
  const hidden = usePage((page) => page.hidden);
  const site = usePage((page) => page.site);
  const metric = usePage((page) => entry(catalogue.metrics, page.metric));
  const { experiment, done, lanes } = state;
  const charts = useMemo(() => {
    const [first] = done;
    if (!experiment || !first) return [];
    const looks = laneLooks(experiment, catalogue);
    const { steps, "held-out": heldOut } = first.tables;
    const seen = { lanes, hidden };
    const loss = progressCurves({ ...seen, columns: heldOut.columns }, "loss", "held-out");
    return [
      { title: "Held-out loss", unit: "nats", bands: seedBands(loss, done, "held-out", looks) },
      ...STATISTICS.map((statistic) => ({
        title: `${metric.name}: ${SYMBOLS[statistic]}`,
        unit: metric.unit,
        bands: seedBands(
          distanceCurves(
            { ...seen, columns: steps.columns },
            { site, metric: metric.id, statistic },
          ),
          done,
          "steps",
          looks,
        ),
      })),
    ];
  }, [experiment, done, lanes, hidden, site, metric]);
  const notes = useSeedNotes(state);
  return (
    <ChartNotesContext value={notes}>
      <div className="seeds-charts">
        {charts.map(({ title, unit, bands }) => (
          <BandChart
            key={title}
            title={title}
            summary={`${title}: the median of ${done.length} seeds as a line, the least and the greatest as a band, for each lane.`}
            yLabel={unit}
            series={bands}
            xDomain={[0, experiment?.steps ?? 1]}
            height={HEIGHT}
          />
        ))}
      </div>
    </ChartNotesContext>
  );
}

/** As of the run that is shown, but of these seeds, each to its end. */
function useSeedNotes({ done, experiment }: SeedState): (() => Promise<ChartNotes>) | null {
  const notes = use(ChartNotesContext);
  const seeded = useCallback(async (): Promise<ChartNotes> => {
    const { source = "computed live", facts = [] } = (await notes?.()) ?? {};
    const ours: Readonly<Record<string, string>> = {
      seed: done.map(({ seed }) => seed).join(", "),
      steps: String(experiment?.steps ?? 0),
    };
    return { source, facts: facts.map(([name, value]) => [name, ours[name] ?? value] as const) };
  }, [notes, done, experiment]);
  return notes ? seeded : null;
}
