import { bisector } from "d3";
import type { MinMaxPyramid } from "./min-max-pyramid.ts";
import type { LaneStyle } from "../theme/lane-styles.ts";

/**
 * One line. The columns grow outside React; `length` says how much of them is there. Steps ascend. All that grows may be
 * read again at any time, and is then the newest: a chart paints what has come since it was last rendered.
 */
export interface LineSeries {
  readonly id: string;
  readonly label: string;
  readonly style: LaneStyle;
  /** Thin is this batch; thick is what the layer remembers. */
  readonly weight: "thin" | "thick";
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly length: number;
  /** The extremes of `values`, so that drawing does not read all of them. */
  readonly pyramid?: MinMaxPyramid;
  /** A line of another run, behind those of this one: the same colour and dash, fainter, and without a label of its own. */
  readonly isGhost?: boolean;
  /** Another number when rows were taken back. */
  readonly revision?: number;
}

/** The lines that speak: all but ghosts. */
export function withoutGhosts(series: readonly LineSeries[]): readonly LineSeries[] {
  return series.some(({ isGhost }) => isGhost) ? series.filter(({ isGhost }) => !isGhost) : series;
}

const byNumber = bisector((value: number) => value);

/** How many points lie at or before a step. */
export function pointsUpTo({ steps, length }: LineSeries, step: number): number {
  return byNumber.right(steps, step, 0, length);
}

/** The last point at or before a step, or the last of all; null where there is none. */
export function pointAt(
  series: LineSeries,
  step: number | null,
): { readonly step: number; readonly value: number } | null {
  const index = (step === null ? series.length : pointsUpTo(series, step)) - 1;
  const at = series.steps[index];
  const value = series.values[index];
  return index < 0 || at === undefined || value === undefined ? null : { step: at, value };
}

/** What lies inside a range of steps: the line itself where that is all of it, else a shorter one. */
export function windowed(series: LineSeries, [low, high]: readonly [number, number]): LineSeries {
  const { steps, values, length } = series;
  const isWhole = length === 0 || ((steps[0] ?? 0) >= low && (steps[length - 1] ?? 0) <= high);
  if (isWhole) return series;
  const from = byNumber.left(steps, low, 0, length);
  const count = Math.max(0, byNumber.right(steps, high, 0, length) - from);
  const { id, label, style, weight } = series;
  const part = (list: ArrayLike<number>) =>
    Array.from({ length: count }, (_, row) => list[from + row] ?? Number.NaN);
  return { id, label, style, weight, steps: part(steps), values: part(values), length: count };
}
