import { ceilingOf } from "./ceiling.ts";

/**
 * Rows of deviations that grow outside React, one a step, its steps ascending. A row keeps its number; those before
 * `start` are gone. All of it may be read again at any time, and is then the newest.
 */
export interface WaterfallRows {
  readonly start: number;
  readonly end: number;
  /** Another number when rows were taken back. */
  readonly revision: number;
  readonly step: (row: number) => number;
  /** The last row at or before a step. */
  readonly rowAt: (step: number) => number;
  /** Writes what a strip has in a row, [channels]; not a number where it has nothing. */
  readonly read: (row: number, strip: string, into: Float32Array) => void;
}

interface Measured {
  readonly id: string;
  readonly channels: number;
}

const MOST_ROWS = 64;
const QUANTILE = 0.95;
/** A lane that runs away must not leave the others without colour. */
const MOST_MEDIANS = 20;

/**
 * Half the width of the colour scale, a round number: it covers 95 in 100 deviations of every lane, in some of the rows.
 * The one so far is kept for as long as it fits.
 */
export function deviationRange(
  rows: WaterfallRows,
  strips: readonly Measured[],
  previous: number | null,
): number {
  const most = Math.max(0, ...strips.map((strip) => extentOf(rows, strip)));
  if (most === 0) return previous ?? 1;
  const fits = previous !== null && most <= previous && most > previous / 4;
  return fits ? previous : ceilingOf(most);
}

function extentOf(rows: WaterfallRows, { id, channels }: Measured): number {
  const { start, end } = rows;
  const stride = Math.max(1, Math.ceil((end - start) / MOST_ROWS));
  const row = new Float32Array(channels);
  const found: number[] = [];
  for (let at = start; at < end; at += stride) {
    rows.read(at, id, row);
    for (const value of row) if (Number.isFinite(value)) found.push(Math.abs(value));
  }
  const sorted = Float32Array.from(found).sort();
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return Math.min(at(QUANTILE), MOST_MEDIANS * at(0.5) || Infinity);
}

/** How large a part of what there is lies beyond the scale, from the same rows. */
export function shareBeyond(
  rows: WaterfallRows,
  strips: readonly Measured[],
  range: number,
): number {
  const { start, end } = rows;
  const stride = Math.max(1, Math.ceil((end - start) / MOST_ROWS));
  let [all, beyond] = [0, 0];
  for (const { id, channels } of strips) {
    const row = new Float32Array(channels);
    for (let at = start; at < end; at += stride) {
      rows.read(at, id, row);
      for (const value of row) {
        if (Number.isNaN(value)) continue;
        all++;
        if (Math.abs(value) > range) beyond++;
      }
    }
  }
  return all === 0 ? 0 : beyond / all;
}
