import { takeRows } from "./extremes.ts";
import type { Extremes } from "./extremes.ts";

/** Blocks of the lowest level hold 2³ rows; fewer are read one by one. */
const LOWEST_BITS = 3;
const FIRST_CAPACITY = 16;
const NONE = -1;

/** Blocks of 2^(3 + level) rows: where each has its least and greatest finite value, and how many are finite. */
interface Level {
  least: Int32Array;
  greatest: Int32Array;
  finite: Uint32Array;
  count: number;
}

/**
 * The extremes of a growing column, at every power of two: what a pixel column shows of any number of rows is found in
 * a few looks. Only whole blocks are kept, so rows can be taken back as easily as added. 3 bytes a row at most, twice
 * that while capacity is ahead of the rows.
 */
export class MinMaxPyramid {
  readonly #levels: Level[] = [];
  #rows = 0;

  /** Rows taken in so far. */
  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#levels.reduce((sum, { least }) => sum + 3 * least.byteLength, 0);
  }

  /** Takes in what came since the last time, O(1) a row. `values` may have moved while it grew. */
  extend(values: ArrayLike<number>, length: number): void {
    if (length < this.#rows) this.truncate(length);
    this.#rows = length;
    let above = 0;
    for (let whole = length >> LOWEST_BITS; whole > 0; whole >>= 1, above++) {
      const level = (this.#levels[above] ??= emptyLevel());
      if (level.count === whole) return;
      reserve(level, whole);
      const below = this.#levels[above - 1];
      for (; level.count < whole; level.count++)
        if (below) mergeTwo(level, below, values);
        else readRows(level, values);
    }
  }

  /** Forgets all rows from `length` on. */
  truncate(length: number): void {
    this.#rows = Math.min(this.#rows, length);
    this.#levels.forEach((level, above) => {
      level.count = Math.min(level.count, length >> (LOWEST_BITS + above));
    });
  }

  /** Takes rows `from` up to `to`, all of them taken in before, into `found`. */
  take(values: ArrayLike<number>, from: number, to: number, found: Extremes): void {
    let row = this.#skipEmpty(values, from, to);
    if (row === to) return;
    takeRows(values, row, row + 1, found);
    for (row++; row < to;) {
      const above = this.#blockAt(row, to);
      if (above === NONE) {
        takeRows(values, row, row + 1, found);
        row++;
        continue;
      }
      const { least, greatest } = this.#levels[above] as Level;
      const block = row >> (LOWEST_BITS + above);
      row += 1 << (LOWEST_BITS + above);
      const low = least[block] as number;
      if (low === NONE) continue;
      const high = greatest[block] as number;
      if ((values[low] as number) < (values[found.least] as number)) found.least = low;
      if ((values[high] as number) > (values[found.greatest] as number)) found.greatest = high;
      found.last = row - 1;
    }
    // The last block may end with rows that are no numbers.
    while (!Number.isFinite(values[found.last])) found.last--;
  }

  /** How many of all rows lie below `low` or above `high`. Blocks on one side are not looked into. */
  countBeyond(values: ArrayLike<number>, low: number, high: number): number {
    let count = 0;
    for (let row = 0; row < this.#rows;) {
      let above = this.#blockAt(row, this.#rows);
      for (; above !== NONE; above--) {
        const { least, greatest, finite } = this.#levels[above] as Level;
        const block = row >> (LOWEST_BITS + above);
        const isEmpty = finite[block] === 0;
        const lowest = isEmpty ? low : (values[least[block] as number] as number);
        const highest = isEmpty ? high : (values[greatest[block] as number] as number);
        if (lowest > high || highest < low) count += finite[block] as number;
        else if (lowest < low || highest > high) continue;
        break;
      }
      if (above === NONE) {
        const value = values[row] as number;
        if (Number.isFinite(value) && (value < low || value > high)) count++;
        row++;
      } else row += 1 << (LOWEST_BITS + above);
    }
    return count;
  }

  /** The highest level with a whole block from `row` that ends by `to`. */
  #blockAt(row: number, to: number): number {
    let above = NONE;
    for (let bits = LOWEST_BITS; ; bits++) {
      const size = 1 << bits;
      const level = this.#levels[above + 1];
      if (!level || (row & (size - 1)) !== 0 || row + size > to) return above;
      if (row >> bits >= level.count) return above;
      above++;
    }
  }

  /** The first row whose value is finite, or `to`. A lane that left the run is a long column of none. */
  #skipEmpty(values: ArrayLike<number>, from: number, to: number): number {
    let row = from;
    while (row < to && !Number.isFinite(values[row])) {
      let above = this.#blockAt(row, to);
      while (above !== NONE && !this.#isEmpty(above, row)) above--;
      row += above === NONE ? 1 : 1 << (LOWEST_BITS + above);
    }
    return row;
  }

  #isEmpty(above: number, row: number): boolean {
    return this.#levels[above]?.finite[row >> (LOWEST_BITS + above)] === 0;
  }
}

function emptyLevel(): Level {
  return {
    least: new Int32Array(FIRST_CAPACITY),
    greatest: new Int32Array(FIRST_CAPACITY),
    finite: new Uint32Array(FIRST_CAPACITY),
    count: 0,
  };
}

function reserve(level: Level, count: number): void {
  let capacity = level.least.length;
  if (count <= capacity) return;
  while (capacity < count) capacity *= 2;
  const { least, greatest, finite } = level;
  level.least = new Int32Array(capacity);
  level.greatest = new Int32Array(capacity);
  level.finite = new Uint32Array(capacity);
  level.least.set(least);
  level.greatest.set(greatest);
  level.finite.set(finite);
}

/** The next block of the lowest level, from its rows. */
function readRows(level: Level, values: ArrayLike<number>): void {
  const { least, greatest, finite, count } = level;
  const from = count << LOWEST_BITS;
  const found: Extremes = { first: NONE, least: NONE, greatest: NONE, last: NONE };
  takeRows(values, from, from + (1 << LOWEST_BITS), found);
  least[count] = found.least;
  greatest[count] = found.greatest;
  let some = 0;
  for (let row = from; row < from + (1 << LOWEST_BITS); row++)
    if (Number.isFinite(values[row])) some++;
  finite[count] = some;
}

/** The next block of a higher level, from the two below it. */
function mergeTwo(level: Level, below: Level, values: ArrayLike<number>): void {
  const { count } = level;
  const [left, right] = [2 * count, 2 * count + 1];
  const pick = (from: Int32Array, isBetter: (a: number, b: number) => boolean): number => {
    const [a, b] = [from[left] as number, from[right] as number];
    if (a === NONE || b === NONE) return a === NONE ? b : a;
    return isBetter(values[b] as number, values[a] as number) ? b : a;
  };
  level.least[count] = pick(below.least, (b, a) => b < a);
  level.greatest[count] = pick(below.greatest, (b, a) => b > a);
  level.finite[count] = (below.finite[left] as number) + (below.finite[right] as number);
}
