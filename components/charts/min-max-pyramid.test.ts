import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noExtremes, takeRows } from "./extremes.ts";
import { MinMaxPyramid } from "./min-max-pyramid.ts";

/** Some values no numbers, now and then many in a row, as after a lane has diverged. */
const column = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 40 }) },
      {
        weight: 1,
        arbitrary: fc
          .integer({ min: 1, max: 40 })
          .map((length) => Array.from({ length }, () => Number.NaN)),
      },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.flat());
/** A part of something, from 0 to 1. */
const part = fc.double({ min: 0, max: 1, noNaN: true });

const extremes = (pyramid: MinMaxPyramid, values: readonly number[], from: number, to: number) => {
  const found = noExtremes();
  pyramid.take(values, from, to, found);
  return found;
};

const plain = (values: readonly number[], from: number, to: number) => {
  const found = noExtremes();
  takeRows(values, from, to, found);
  return found;
};

describe("a pyramid", () => {
  it("finds in any range what reading every row finds, however it was filled", () => {
    fc.assert(
      fc.property(column, part, part, part, (values, grown, a, b) => {
        const pyramid = new MinMaxPyramid();
        pyramid.extend(values, Math.floor(grown * values.length));
        pyramid.extend(values, values.length);
        const [from = 0, to = 0] = [a, b]
          .map((x) => Math.floor(x * values.length))
          .sort((x, y) => x - y);
        expect(extremes(pyramid, values, from, to)).toEqual(plain(values, from, to));
      }),
    );
  });

  it("goes on from where it was cut, with other values", () => {
    fc.assert(
      fc.property(column, column, part, (before, after, cut) => {
        const pyramid = new MinMaxPyramid();
        pyramid.extend(before, before.length);
        const length = Math.floor(cut * before.length);
        pyramid.truncate(length);
        expect(pyramid.rows).toBe(length);
        const values = [...before.slice(0, length), ...after];
        pyramid.extend(values, values.length);
        expect(extremes(pyramid, values, 0, values.length)).toEqual(
          plain(values, 0, values.length),
        );
      }),
    );
  });

  it("counts what lies beyond two values as reading every row does", () => {
    const bound = fc.integer({ min: -10, max: 10 });
    fc.assert(
      fc.property(column, bound, bound, (values, low, span) => {
        const pyramid = new MinMaxPyramid();
        pyramid.extend(values, values.length);
        const high = low + Math.abs(span);
        const beyond = values.filter((value) => value < low || value > high).length;
        expect(pyramid.countBeyond(values, low, high)).toBe(beyond);
      }),
    );
  });

  it("takes 6 bytes a row at most, capacity included", () => {
    const pyramid = new MinMaxPyramid();
    const values = Float32Array.from({ length: 20_000 }, Math.sin);
    pyramid.extend(values, values.length);
    expect(pyramid.bytes).toBeLessThanOrEqual(6 * values.length);
  });
});
