/** Where a run of rows has its first, least, greatest and last finite value; −1 where none is finite. */
export interface Extremes {
  first: number;
  least: number;
  greatest: number;
  last: number;
}

export function noExtremes(): Extremes {
  return { first: -1, least: -1, greatest: -1, last: -1 };
}

/** Takes rows `from` up to `to` into `found`, which is changed: this happens for every pixel column at every frame. */
export function takeRows(
  values: ArrayLike<number>,
  from: number,
  to: number,
  found: Extremes,
): void {
  for (let row = from; row < to; row++) {
    const value = values[row] as number; // Callers stay within the column.
    if (!Number.isFinite(value)) continue;
    if (found.first < 0) {
      found.first = row;
      found.least = row;
      found.greatest = row;
    } else {
      if (value < (values[found.least] as number)) found.least = row;
      if (value > (values[found.greatest] as number)) found.greatest = row;
    }
    found.last = row;
  }
}
