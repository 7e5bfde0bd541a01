import type { Plot } from "./chart-scales.ts";
import { decimate, GAP, mostKept } from "./decimate.ts";
import type { Columns } from "./decimate.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain } from "./shared-domain.ts";

/** One line in pixels. Its points lie in the room it was given, and are gone with the next trace there. */
export interface Trace {
  /** x and y in turn, NaN where the line breaks. */
  readonly points: Float64Array;
  /** Where points lie beyond the upper or lower edge. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** From steps and values to pixels. */
export interface TraceFrame {
  readonly plot: Plot;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  readonly yPixel: (value: number) => number;
}

/** Memory that traces take turns to use, so that drawing makes no garbage. */
export class TraceRoom {
  rows = new Int32Array(0);
  points = new Float64Array(0);

  reserve(columns: Columns): void {
    const most = mostKept(columns);
    if (this.rows.length >= most) return;
    this.rows = new Int32Array(most);
    this.points = new Float64Array(2 * most);
  }
}

/** A canvas loses precision far outside itself. */
const FAR = 1e4;
/** Edge ticks nearer than this would run together. */
const LEAST_TICK_GAP = 3;

export function traceOf(
  series: LineSeries,
  { plot, xDomain, yDomain, yPixel }: TraceFrame,
  room: TraceRoom,
): Trace {
  const perStep = (plot.right - plot.left) / (xDomain[1] - xDomain[0]);
  const count = Math.max(1, Math.floor(plot.right - plot.left)) + 1;
  const columns: Columns = { first: xDomain[0], width: 1 / perStep, count };
  room.reserve(columns);
  const { rows, points } = room;
  const { steps, values } = series;
  const kept = decimate(series, columns, rows);
  const above: number[] = [];
  const below: number[] = [];
  for (let place = 0; place < kept; place++) {
    const row = rows[place] as number;
    if (row === GAP) {
      points[2 * place] = Number.NaN;
      points[2 * place + 1] = Number.NaN;
      continue;
    }
    const x = plot.left + ((steps[row] as number) - xDomain[0]) * perStep;
    const value = values[row] as number;
    points[2 * place] = x;
    points[2 * place + 1] = Math.max(-FAR, Math.min(FAR, yPixel(value)));
    const edge = value > yDomain[1] ? above : value < yDomain[0] ? below : null;
    if (edge && x - (edge.at(-1) ?? Number.NEGATIVE_INFINITY) >= LEAST_TICK_GAP) edge.push(x);
  }
  return { points: points.subarray(0, 2 * kept), above, below };
}

/** How many points of a line lie beyond the upper or the lower edge. */
export function countBeyond({ values, length, pyramid }: LineSeries, [low, high]: Domain): number {
  if (pyramid) {
    pyramid.extend(values, length);
    return pyramid.countBeyond(values, low, high);
  }
  let count = 0;
  for (let row = 0; row < length; row++) {
    const value = values[row] as number;
    if (Number.isFinite(value) && (value < low || value > high)) count++;
  }
  return count;
}
