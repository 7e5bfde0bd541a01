import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimate as decimateInto, GAP, mostKept } from "./decimate.ts";
import type { Columns, Points } from "./decimate.ts";
import { MinMaxPyramid } from "./min-max-pyramid.ts";

function decimate(points: Points, columns: Columns): number[] {
  const kept = new Int32Array(mostKept(columns));
  return [...kept.subarray(0, decimateInto(points, columns, kept))];
}

/** Ascending steps with any values, some of them no numbers. */
const points = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.oneof(
        { weight: 9, arbitrary: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) },
        { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY) },
      ),
    ),
    { maxLength: 400 },
  )
  .map((rows) => {
    let step = 0;
    const steps = rows.map(([stride]) => (step += stride));
    return { steps, values: rows.map(([, value]) => value), length: rows.length };
  });
const width = fc.double({ min: 0.3, max: 300, noNaN: true });

/** Wide enough for every step. */
const columnsOf = (width: number) => ({ first: 0, width, count: 100_000 });
/** The same points, with or without a pyramid over them. */
const pyramided = fc.boolean();
const over = (data: Points, isPyramided: boolean): Points =>
  isPyramided ? { ...data, pyramid: new MinMaxPyramid() } : data;

describe("decimation", () => {
  it("keeps the extremes and ends of every column, in order, with at most four points", () => {
    fc.assert(
      fc.property(points, width, pyramided, (data, width, isPyramided) => {
        const kept = decimate(over(data, isPyramided), columnsOf(width)).filter(
          (index) => index !== GAP,
        );
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        const column = (index: number) => Math.floor((data.steps[index] ?? 0) / width);
        const finite = data.values.flatMap((value, index) =>
          Number.isFinite(value) ? [index] : [],
        );
        const shown = grouped(kept, column);
        for (const [own, all] of grouped(finite, column)) {
          const some = shown.get(own) ?? [];
          const values = (indices: readonly number[]) => indices.map((i) => data.values[i] ?? 0);
          expect(some.length).toBeLessThanOrEqual(4);
          expect(Math.min(...values(some))).toBe(Math.min(...values(all)));
          expect(Math.max(...values(some))).toBe(Math.max(...values(all)));
          expect([some[0], some.at(-1)]).toEqual([all[0], all.at(-1)]);
        }
      }),
    );
  });

  it("has a gap wherever a value between two columns is not finite, and nowhere else", () => {
    fc.assert(
      fc.property(points, width, pyramided, (data, width, isPyramided) => {
        const kept = decimate(over(data, isPyramided), columnsOf(width));
        kept.forEach((index, place) => {
          if (index === GAP) return;
          const before = kept[place - 1];
          const earlier = before === GAP ? kept[place - 2] : before;
          if (earlier === undefined) return;
          const between = data.values.slice(earlier + 1, index);
          const column = (row: number) => Math.floor((data.steps[row] ?? 0) / width);
          const isBroken = between.length > 0 && !between.some(Number.isFinite);
          const isAcross = column(earlier) !== column(index);
          expect(before === GAP).toBe(isAcross && isBroken);
        });
      }),
    );
  });

  it("keeps everything where every point has a column to itself", () => {
    const data = { steps: [1, 2, 3, 4], values: [3, 1, 4, 1], length: 4 };
    expect(decimate(data, columnsOf(1))).toEqual([0, 1, 2, 3]);
  });

  it("breaks the line where a value between two columns is not finite", () => {
    const data = { steps: [1, 2, 3], values: [3, Number.NaN, 4], length: 3 };
    expect(decimate(data, columnsOf(1))).toEqual([0, GAP, 2]);
  });

  it("begins and ends with a point, never with a gap", () => {
    const values = [Number.NaN, 1, 2, Number.NaN];
    expect(decimate({ steps: [1, 2, 3, 4], values, length: 4 }, columnsOf(1))).toEqual([1, 2]);
    expect(decimate({ steps: [1], values: [Number.NaN], length: 1 }, columnsOf(1))).toEqual([]);
  });

  it("leaves out what lies beyond the columns", () => {
    const data = { steps: [0, 5, 10], values: [1, 2, 3], length: 3 };
    expect(decimate(data, { first: 1, width: 1, count: 6 })).toEqual([1]);
  });

  it("reads no further than the length", () => {
    expect(decimate({ steps: [1, 2], values: [1, 2], length: 1 }, columnsOf(1))).toEqual([0]);
  });

  it("reads each value a few times at most without a pyramid, and few of them with one", () => {
    const length = 20_000;
    const steps = Float64Array.from({ length }, (_, index) => index);
    let reads = 0;
    const values = new Proxy<ArrayLike<number>>(
      { length },
      { get: (_, key) => (reads++, Math.sin(Number(key))) },
    );
    const columns = { first: 0, width: 200, count: 100 };
    decimate({ steps, values, length }, columns);
    expect(reads).toBeLessThanOrEqual(3 * length);

    const pyramid = new MinMaxPyramid();
    pyramid.extend(values, length);
    reads = 0;
    decimate({ steps, values, length, pyramid }, columns);
    expect(reads).toBeLessThanOrEqual(100 * columns.count);
  });
});

function grouped(indices: readonly number[], key: (index: number) => number) {
  const groups = new Map<number, number[]>();
  for (const index of indices) groups.set(key(index), [...(groups.get(key(index)) ?? []), index]);
  return groups;
}
