/** A break in the line, among the indices that `decimate` returns. */
export const GAP = -1;

export interface Points {
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly length: number;
}

/** Column c holds the steps from `first + c × width` up to the next; `count` columns in all. */
export interface Columns {
  readonly first: number;
  readonly width: number;
  readonly count: number;
}

/**
 * Thins a line to what a screen can show: in each pixel column the first, the least, the greatest and the last finite
 * point, in their order, so that no spike is lost and a line through the rest looks the same. Returns indices; GAP
 * stands where a value that is not finite lies between two columns. (Within one column a gap is narrower than a pixel.)
 */
export function decimate({ steps, values, length }: Points, columns: Columns): number[] {
  const kept: number[] = [];
  let column = -1;
  let first = -1;
  let least = -1;
  let greatest = -1;
  let last = -1;
  let broken = false;
  for (let index = 0; index < length; index++) {
    const value = values[index] as number; // Within `length`, as is the step.
    if (!Number.isFinite(value)) {
      broken = true;
      continue;
    }
    const own = Math.floor(((steps[index] as number) - columns.first) / columns.width);
    if (own < 0 || own >= columns.count) continue;
    if (own === column) {
      if (value < (values[least] as number)) least = index;
      if (value > (values[greatest] as number)) greatest = index;
    } else {
      keepColumn(kept, first, least, greatest, last);
      if (broken && kept.length > 0) kept.push(GAP);
      column = own;
      first = index;
      least = index;
      greatest = index;
    }
    last = index;
    // A gap inside the column is forgotten; only one after its last point counts.
    broken = false;
  }
  keepColumn(kept, first, least, greatest, last);
  return kept;
}

function keepColumn(
  kept: number[],
  first: number,
  least: number,
  greatest: number,
  last: number,
): void {
  if (first < 0) return;
  kept.push(first);
  const early = Math.min(least, greatest);
  const late = Math.max(least, greatest);
  if (early > first) kept.push(early);
  if (late > early && late > first) kept.push(late);
  if (last > late) kept.push(last);
}
