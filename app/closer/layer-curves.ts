import type { SiteId } from "../../sim/contract/net.ts";
import { distanceCurves } from "../panels/curves.ts";
import type { Curve, DistanceChoice, Seen } from "../panels/curves.ts";

export interface LayerCurves {
  readonly site: SiteId;
  readonly curves: readonly Curve[];
}

/** For every layer by name, in the order of the network, a line for each lane that has a layer of that very name. */
export function layerCurves(
  seen: Seen,
  choice: Omit<DistanceChoice, "site">,
): readonly LayerCurves[] {
  const names = new Set(seen.lanes.flatMap(({ sites }) => sites.map(({ id }) => id)));
  return [...names].map((site) => ({
    site,
    curves: distanceCurves(seen, { ...choice, site }).filter(
      ({ lane, aside }) => aside === null && lane.sites.some(({ id }) => id === site),
    ),
  }));
}
