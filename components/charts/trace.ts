import { decimate, GAP } from "./decimate.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain } from "./shared-domain.ts";
import type { Plot } from "./chart-scales.ts";

/** One line in pixels: x and y in turn, NaN where it breaks. */
export interface Trace {
  readonly series: LineSeries;
  readonly points: readonly number[];
  /** Where points lie beyond the upper or lower edge. */
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** How many of all points lie beyond. */
  readonly clipped: number;
}

interface Frame {
  readonly plot: Plot;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  readonly y: (value: number) => number;
}

/** A canvas loses precision far outside itself. */
const FAR = 1e4;
/** Edge ticks nearer than this would run together. */
const LEAST_TICK_GAP = 3;

export function traceOf(series: LineSeries, { plot, xDomain, yDomain, y }: Frame): Trace {
  const perStep = (plot.right - plot.left) / (xDomain[1] - xDomain[0]);
  const count = Math.max(1, Math.floor(plot.right - plot.left)) + 1;
  const kept = decimate(series, { first: xDomain[0], width: 1 / perStep, count });
  const points: number[] = [];
  const above: number[] = [];
  const below: number[] = [];
  for (const index of kept) {
    if (index === GAP) {
      points.push(Number.NaN, Number.NaN);
      continue;
    }
    const x = plot.left + ((series.steps[index] as number) - xDomain[0]) * perStep;
    const value = series.values[index] as number;
    points.push(x, Math.max(-FAR, Math.min(FAR, y(value))));
    const edge = value > yDomain[1] ? above : value < yDomain[0] ? below : null;
    if (edge && x - (edge.at(-1) ?? Number.NEGATIVE_INFINITY) >= LEAST_TICK_GAP) edge.push(x);
  }
  return { series, points, above, below, clipped: countBeyond(series, yDomain) };
}

function countBeyond({ values, length }: LineSeries, [low, high]: Domain): number {
  let count = 0;
  for (let index = 0; index < length; index++) {
    const value = values[index] as number;
    if (Number.isFinite(value) && (value < low || value > high)) count++;
  }
  return count;
}
