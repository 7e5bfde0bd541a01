import { expect, it } from "vitest";
import { floorRatio, RATIO_STEPS } from "./floor-ratio.ts";

const column = (of: (index: number) => number, length = 300) => {
  const values = Array.from({ length }, (_, index) => of(index));
  return { values, length };
};

it("is a root mean square over a root mean square, of the last hundred steps", () => {
  // Before the last hundred it was all else; of them half are 3 and half are 5, √17 in the mean of squares.
  const measured = column((index) => (index < 200 ? 1000 : index % 2 === 0 ? 3 : 5));
  const floor = column(() => 2);
  expect(floorRatio(measured, floor, "root-mean-square")).toBeCloseTo(Math.sqrt(17) / 2, 9);
  expect(floorRatio(measured, floor, "mean")).toBeCloseTo(2, 9);
});

it("waits for a hundred steps, and says nothing where a number is missing", () => {
  const one = column(() => 1, RATIO_STEPS - 1);
  expect(floorRatio(one, one, "mean")).toBeNull();
  const broken = column((index) => (index === 250 ? Number.NaN : 1));
  expect(
    floorRatio(
      broken,
      column(() => 1),
      "mean",
    ),
  ).toBeNull();
});
