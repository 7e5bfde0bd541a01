import { useMemo } from "react";
import { SmallMultiples } from "../../components/charts/small-multiples.tsx";
import type { Multiple } from "../../components/charts/small-multiples-layout.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { chartLines } from "../panels/chart-lines.ts";
import { useStepDomain } from "../panels/use-time-axis.ts";
import { useEmptyWordsFor } from "../panels/empty-words.ts";
import { siteOf } from "../panels/sites.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useSharedDomain } from "../panels/use-shared-domain.ts";
import { usePainted, useReadout } from "../session-context.ts";
import type { Painted } from "../session/paint-clock.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { LaneKey } from "./lane-key.tsx";
import { layerCurves } from "./layer-curves.ts";
import { STATISTIC_WORDS, StatisticChoice } from "./statistic-choice.tsx";

/** One statistic at every place where a normaliser stands, on one y-axis. */
export function AllLayers() {
  const metric = usePage((state) => entry(catalogue.metrics, state.metric));
  const statistic = usePage((state) => state.closerStatistic);
  const scale = usePage((state) => state.scale);
  const crosshair = usePage((state) => state.crosshair);
  const step = useReadout((state) => state.step);
  const { pointAt, setView } = useActions();
  const painted = usePainted();
  const multiples = useMultiples(painted);
  const groups = useMemo(() => multiples.map(({ series }) => series), [multiples]);
  const domain = useSharedDomain(groups, scale, `${metric.id} ${statistic} ${scale}`);
  const words = STATISTIC_WORDS[statistic];
  return (
    <>
      <div className="view-pickers">
        <StatisticChoice />
      </div>
      <p className="closer-words">
        Every normaliser of the network, on one axis. Choose a layer to see it in the large charts
        above.
      </p>
      <LaneKey />
      <SmallMultiples
        title={`${metric.name}, of ${words}, layer by layer`}
        summary={`${metric.name} of ${words}, at every step: a small chart for each of ${multiples.length} layers, one line a lane, all on the same axes.`}
        yLabel={metric.unit}
        multiples={multiples}
        version={painted.version}
        scale={scale}
        xDomain={useStepDomain(step)}
        yDomain={domain}
        chosen={useChosenLayers()}
        onChoose={(site) => setView({ site })}
        crosshair={crosshair}
        onCrosshair={pointAt}
        empty={useEmptyWordsFor(metric)}
      />
    </>
  );
}

/** The layers of the large charts, by name. */
function useChosenLayers(): ReadonlySet<string> {
  const lanes = usePage((state) => state.lanes);
  const site = usePage((state) => state.site);
  return useMemo(
    () => new Set(lanes.flatMap((lane) => siteOf(lane, site, lanes)?.id ?? [])),
    [lanes, site],
  );
}

function useMultiples(painted: Painted): readonly Multiple[] {
  const looks = useLooks();
  const lanes = usePage((state) => state.lanes);
  const columns = usePage((state) => state.columns.steps);
  const hidden = usePage((state) => state.hidden);
  const metric = usePage((state) => state.metric);
  const statistic = usePage((state) => state.closerStatistic);
  const layers = useMemo(
    () => layerCurves({ lanes, columns, hidden }, { metric, statistic }),
    [lanes, columns, hidden, metric, statistic],
  );
  return useMemo(
    () =>
      layers.map(({ site, curves }) => ({
        id: site,
        series: chartLines(curves, painted.table("steps"), looks, "thin"),
      })),
    [layers, painted, looks],
  );
}
