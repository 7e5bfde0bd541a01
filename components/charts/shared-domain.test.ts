import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import type { LineSeries } from "./line-series.ts";
import { sharedDomain } from "./shared-domain.ts";

function line(values: readonly number[]): LineSeries {
  const steps = values.map((_, index) => index + 1);
  const style = laneStyle("batch-norm", 0);
  return { id: "bn", label: "BN", style, weight: "thin", steps, values, length: values.length };
}

const constant = (value: number, length = 200) => line(Array.from({ length }, () => value));
const ramp = (high: number) => line(Array.from({ length: 200 }, (_, i) => (i / 199) * high));

describe("a shared domain", () => {
  it.each(["linear", "log"] as const)("is finite, open and covers the lines: %s", (scale) => {
    const values = fc.array(fc.double({ min: -1e12, max: 1e12 }), { maxLength: 50 });
    fc.assert(
      fc.property(fc.array(fc.array(values, { maxLength: 4 }), { maxLength: 3 }), (groups) => {
        const [low, high] = sharedDomain(
          groups.map((group) => group.map(line)),
          scale,
        );
        expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
        expect(high).toBeGreaterThan(low);
        expect(scale === "linear" || low > 0).toBe(true);
      }),
    );
  });

  it("is there before there are points", () => {
    expect(sharedDomain([], "linear")).toEqual([0, 1]);
    expect(sharedDomain([[line([])], [line([Number.NaN])]], "log")).toEqual([0.01, 1]);
  });

  it("is not flattened by a spike at the start", () => {
    const calm = Array.from({ length: 400 }, (_, index) => 0.3 + 0.1 * Math.sin(index));
    expect(sharedDomain([[line([90, 50, 20, ...calm])]], "linear")).toEqual([0, 0.5]);
  });

  it("covers every line of every group", () => {
    expect(sharedDomain([[ramp(1)], [ramp(8)]], "linear")).toEqual([0, 10]);
    expect(sharedDomain([[constant(0.003)], [constant(40)]], "log")).toEqual([0.002, 50]);
  });

  it("does not follow a line that runs away", () => {
    const diverging = Array.from({ length: 100 }, (_, index) => (index < 90 ? 0.5 : 10 ** index));
    expect(sharedDomain([[ramp(1), line(diverging)]], "linear")).toEqual([0, 12]);
  });

  it("begins at zero where that is near, and else lets a narrow band fill the chart", () => {
    expect(sharedDomain([[ramp(3)]], "linear")[0]).toBe(0);
    const band = line(Array.from({ length: 100 }, (_, index) => 50 + (index % 10) / 10));
    expect(sharedDomain([[band]], "linear")).toEqual([49.8, 51]);
  });

  it("opens around a constant, below zero too", () => {
    expect(sharedDomain([[constant(-2)]], "linear")).toEqual([-2.1, -1.9]);
    expect(sharedDomain([[constant(0)]], "linear")).toEqual([0, 1]);
    expect(sharedDomain([[constant(1)]], "log")).toEqual([0.1, 1]);
  });

  it("keeps to eight decades on a log axis", () => {
    expect(sharedDomain([[constant(1e-11), constant(100)]], "log")).toEqual([1e-6, 100]);
  });

  it("moves in steps: growing data change it a few times, not at every point", () => {
    const domains = Array.from({ length: 900 }, (_, index) =>
      sharedDomain([[ramp(1 + index / 100)]], "linear").join(" "),
    );
    expect(new Set(domains).size).toBeLessThan(15);
  });

  it("stays with the previous one while that fits, and leaves it when it is far too wide", () => {
    expect(sharedDomain([[ramp(1)]], "linear", [0, 2])).toEqual([0, 2]);
    expect(sharedDomain([[ramp(3)]], "linear", [0, 2])).toEqual([0, 3.5]);
    expect(sharedDomain([[ramp(1)]], "linear", [0, 50])).toEqual([0, 1.2]);
    expect(sharedDomain([], "linear", [0, 50])).toEqual([0, 1]);
  });
});
