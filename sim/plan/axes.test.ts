import { expect, test } from "vitest";
import { matchAxes } from "./axes.ts";

test("axes that stay, merge or split are matched in the smallest blocks", () => {
  expect(matchAxes([4, 6, 5], [4, 2, 3, 5])).toEqual([
    { from: [0], to: [0] },
    { from: [1], to: [1, 2] },
    { from: [2], to: [3] },
  ]);
  expect(matchAxes([4, 6, 5], [24, 5])).toEqual([
    { from: [0, 1], to: [0] },
    { from: [2], to: [1] },
  ]);
  expect(matchAxes([6, 10], [5, 12])).toEqual([{ from: [0, 1], to: [0, 1] }]);
});

test("axes of length 1 are in no block", () => {
  expect(matchAxes([1, 4, 1], [4])).toEqual([{ from: [1], to: [0] }]);
  expect(matchAxes([1], [])).toEqual([]);
});

test("shapes of different sizes do not match, and the error names both", () => {
  expect(() => matchAxes([2, 3], [5])).toThrow("[2, 3] cannot be read as [5]");
});
