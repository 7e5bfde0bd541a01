import { expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { stepForKey } from "./crosshair.ts";
import type { LineSeries } from "./line-series.ts";

const line = (steps: readonly number[]): LineSeries => ({
  id: steps.join(),
  label: "",
  style: laneStyle("batch-norm", 0),
  weight: "thin",
  steps,
  values: steps,
  length: steps.length,
});
const lines = [line([1, 2, 3, 4]), line([2, 6, 9])];
const press = (key: string, from: number | null) => stepForKey(key, from, lines, [0, 8]);

it("arrows go to the next point of any line, from the end at first, and stay at the ends", () => {
  expect(press("ArrowLeft", null)).toBe(6);
  expect(press("ArrowLeft", 6)).toBe(4);
  expect(press("ArrowLeft", 5)).toBe(4);
  expect(press("ArrowLeft", 1)).toBe(1);
  expect(press("ArrowRight", 4)).toBe(6);
  expect(press("ArrowRight", 6)).toBe(6);
});

it("Home and End go to the ends of what is shown, Escape clears, other keys are not ours", () => {
  expect(press("Home", 4)).toBe(1);
  expect(press("End", 1)).toBe(6);
  expect(press("Escape", 4)).toBeNull();
  expect(press("a", 4)).toBeUndefined();
});

it("does nothing where there are no points", () => {
  expect(stepForKey("ArrowRight", null, [], [0, 8])).toBeNull();
});
