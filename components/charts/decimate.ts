import { noExtremes, takeRows } from "./extremes.ts";
import type { Extremes } from "./extremes.ts";
import type { MinMaxPyramid } from "./min-max-pyramid.ts";

/** A break in the line, among the rows that `decimate` keeps. */
export const GAP = -1;

export interface Points {
  /** Ascending. */
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly length: number;
  /** With it a column of pixels costs a few looks, whatever number of rows it stands for. */
  readonly pyramid?: MinMaxPyramid | undefined;
}

/** Column c holds the steps from `first + c × width` up to the next; `count` columns in all. */
export interface Columns {
  readonly first: number;
  readonly width: number;
  readonly count: number;
}

/** Room for what `decimate` keeps: four rows and a gap a column. */
export function mostKept({ count }: Columns): number {
  return 5 * count;
}

/**
 * Thins a line to what a screen can show: in each pixel column the first, the least, the greatest and the last finite
 * point, in their order, so that no spike is lost and a line through the rest looks the same. Writes rows to `kept` and
 * returns how many; GAP stands where a value that is not finite lies between two columns. (Within one column a gap is
 * narrower than a pixel.)
 */
export function decimate(points: Points, columns: Columns, kept: Int32Array): number {
  const { steps, values, length, pyramid } = points;
  pyramid?.extend(values, length);
  const found = noExtremes();
  let count = 0;
  let end = firstFrom(steps, 0, length, columns.first);
  let last = end - 1;
  while (end < length) {
    const from = end;
    const column = columnOf(steps[from] as number, columns);
    if (column >= columns.count) break;
    end = endOfColumn(steps, from, length, columns);
    found.first = -1;
    if (pyramid) pyramid.take(values, from, end, found);
    else takeRows(values, from, end, found);
    if (found.first < 0) continue;
    // All rows between what was kept before and this one are no numbers.
    if (count > 0 && found.first > last + 1) kept[count++] = GAP;
    count = keep(kept, count, found);
    last = found.last;
  }
  return count;
}

function columnOf(step: number, { first, width }: Columns): number {
  return Math.floor((step - first) / width);
}

/** The first row after `from` that lies in another column. */
function endOfColumn(
  steps: ArrayLike<number>,
  from: number,
  length: number,
  columns: Columns,
): number {
  const step = steps[from] as number;
  const column = columnOf(step, columns);
  const isBeyond = (row: number) => columnOf(steps[row] as number, columns) > column;
  // Where no step is left out, which is nearly always, the row follows from the step.
  const guess = from + Math.ceil(columns.first + (column + 1) * columns.width - step);
  if (guess > from && guess <= length && !isBeyond(guess - 1))
    if (guess === length || isBeyond(guess)) return guess;
  let [inside, beyond] = [from, length];
  while (beyond - inside > 1) {
    const middle = (inside + beyond) >> 1;
    if (isBeyond(middle)) beyond = middle;
    else inside = middle;
  }
  return beyond;
}

/** The first row from `from` on whose step is not before `step`. */
function firstFrom(steps: ArrayLike<number>, from: number, length: number, step: number): number {
  let [low, high] = [from, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as number) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keep(kept: Int32Array, count: number, { first, least, greatest, last }: Extremes): number {
  const early = Math.min(least, greatest);
  const late = Math.max(least, greatest);
  let next = count;
  kept[next++] = first;
  if (early > first) kept[next++] = early;
  if (late > early && late > first) kept[next++] = late;
  if (last > late) kept[next++] = last;
  return next;
}
