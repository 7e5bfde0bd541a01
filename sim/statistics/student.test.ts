import { expect, it } from "vitest";
import { criticalT, twoSidedTail } from "./student.ts";

// From the t table of any textbook, to its three decimals.
it.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [9, 2.262],
  [30, 2.042],
  [120, 1.98],
])("with %i degrees of freedom 95 % lie within %f", (freedom, t) => {
  expect(criticalT(0.95, freedom)).toBeCloseTo(t, 3);
});

it("99 % need more room than 95 %", () => {
  expect(criticalT(0.99, 4)).toBeCloseTo(4.604, 3);
});

it("is Cauchy's distribution with one degree of freedom, in closed form", () => {
  for (const t of [0.1, 1, 3, 40])
    expect(twoSidedTail(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
});

it("is closed with two degrees of freedom too", () => {
  for (const t of [0.1, 1, 3, 40])
    expect(twoSidedTail(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
});

it("refuses a single seed", () => {
  expect(() => criticalT(0.95, 0)).toThrow("two seeds");
});
