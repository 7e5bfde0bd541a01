import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { catalogue } from "../../sim/catalogue.ts";
import { usePage } from "../store/hooks.ts";
import type { State } from "../store/store.ts";
import { printAddress } from "../store/url.ts";

/** The same experiment and the same view, on the page with all its controls. */
export function WholePageLink() {
  const address = usePage(useShallow(linkedPart));
  const query = useMemo(() => printAddress(address, catalogue), [address]);
  const page = location.pathname.replace(/embed(\.html)?\/?$/, "");
  return (
    <a
      className="whole-page-link"
      href={query === "" ? page : `${page}?${query}`}
      target="_blank"
      rel="noopener"
    >
      Open in Normscope ↗
    </a>
  );
}

function linkedPart(state: State) {
  const { preset, experiment, deviceRequest, engine } = state;
  const { site, metric, scale, floor, boxes, boxScale, hidden, batchStatistics, speed } = state;
  const { method, methodMetric, methodPlace, methodScale } = state;
  const { closer, closerStatistic, closerLane, theme, zoom } = state;
  const { dissected, channel, row, stage } = state;
  return {
    preset,
    experiment,
    deviceRequest,
    engine,
    site,
    metric,
    scale,
    floor,
    boxes,
    boxScale,
    hidden,
    batchStatistics,
    speed,
    method,
    methodMetric,
    methodPlace,
    methodScale,
    present: false,
    closer,
    closerStatistic,
    closerLane,
    theme,
    dissected,
    channel,
    row,
    stage,
    zoom,
  };
}
