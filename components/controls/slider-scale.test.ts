import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf, trackOf, valueAt } from "./slider-scale.ts";
import { typedNumber } from "./typed-number.ts";

const rate = { min: 1e-4, max: 1, step: 1e-4, scale: "log" } as const;
const tokens = { min: 16, max: 4096, step: 16, scale: "log" } as const;

describe("a log slider", () => {
  it("reaches both ends exactly", () => {
    const { min, max } = trackOf(rate);
    expect([valueAt(min, rate), valueAt(max, rate)]).toEqual([1e-4, 1]);
  });

  it("goes up by like factors, in values of two digits", () => {
    expect([50, 100, 150].map((place) => valueAt(place, rate))).toEqual([0.001, 0.01, 0.1]);
    expect(valueAt(101, rate)).toBe(0.01);
    expect(Number.isInteger(valueAt(7, tokens))).toBe(true);
  });

  it("moves at every place, and finds its place again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (place) => {
        expect(Math.abs(placeOf(valueAt(place, rate), rate) - place)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it("a linear slider is its own scale", () => {
  const range = { min: 0, max: 1, step: 0.1 };
  expect([placeOf(0.3, range), valueAt(0.3, range)]).toEqual([0.3, 0.3]);
});

it.each([
  ["0.01", 0.01],
  [" 1e-3 ", 0.001],
  ["2 × 10^-3", 0.002],
  ["10^4", 10_000],
  ["0,5", 0.5],
  ["1,000", 1000],
  ["12\u202f000", 12_000],
  ["−3", -3],
])("%s is understood", (text, value) => {
  expect(Number(typedNumber(text))).toBe(value);
});

it("what is no number stays none", () => {
  expect(Number(typedNumber("fast"))).toBeNaN();
});
