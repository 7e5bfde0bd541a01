import { domainAround } from "./shared-domain.ts";
import type { Domain } from "./shared-domain.ts";
import type { Cell } from "./waterfall-layout.ts";
import type { PlacedScatter } from "./scatter-layout.ts";

/** One lane’s channels: where each stands on both axes. */
export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** What is drawn, read in place: it changes outside React. */
export interface ScatterPoints {
  /** Another number when other points are given. */
  readonly stamp: () => number;
  /** Null where a lane has none. */
  readonly of: (plot: string) => Points | null;
}

/** A lane that runs away is clipped: it must not leave the others a dot. */
const MOST_MEDIANS = 20;

/** One domain for both axes of all plots, in round numbers; the one so far for as long as it fits. */
export function scatterDomain(groups: readonly Points[], previous?: Domain): Domain {
  const extents = groups.flatMap(({ x, y }) => {
    const values = Float64Array.from([...Array.from(x), ...Array.from(y)].filter(Number.isFinite));
    const sorted = values.sort();
    if (sorted.length === 0) return [];
    const middle = sorted[sorted.length >> 1] ?? 0;
    const high = sorted.at(-1) ?? 0;
    const limit = middle > 0 ? middle * MOST_MEDIANS : Number.POSITIVE_INFINITY;
    return [{ low: sorted[0] ?? 0, high: Math.min(high, limit) }];
  });
  return domainAround(extents, "linear", previous);
}

/** How many points lie outside, which are drawn at the edge. */
export function outside(groups: readonly Points[], [low, high]: Domain): number {
  const isOut = (value: number | undefined): boolean =>
    value !== undefined && Number.isFinite(value) && (value < low || value > high);
  return groups.reduce(
    (sum, { x, y }) => sum + Array.from(x).filter((at, i) => isOut(at) || isOut(y[i])).length,
    0,
  );
}

/** How near a pointer must come, in pixels. */
const REACH = 14;

/** The mark nearest to a pixel, if one is near. */
export function nearest(
  plots: readonly PlacedScatter[],
  points: ScatterPoints,
  at: { readonly x: number; readonly y: number },
): Cell | null {
  let found: Cell | null = null;
  let best = REACH;
  plots.forEach(({ id, x, y }, strip) => {
    const own = points.of(id);
    if (!own) return;
    for (let channel = 0; channel < own.x.length; channel++) {
      const far = Math.hypot(
        x(own.x[channel] ?? Number.NaN) - at.x,
        y(own.y[channel] ?? Number.NaN) - at.y,
      );
      if (!(far < best)) continue;
      best = far;
      found = { strip, channel };
    }
  });
  return found;
}
