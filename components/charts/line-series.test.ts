import { describe, expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { windowed, withoutGhosts } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";

const line: LineSeries = {
  id: "bn",
  label: "BN",
  style: laneStyle("batch-norm", 0),
  weight: "thin",
  steps: [2, 4, 6, 8, 0],
  values: [20, 40, 60, 80, 0],
  length: 4,
};

describe("a line inside a range of steps", () => {
  it("is the line itself where that is all of it", () => {
    expect(windowed(line, [0, 10])).toBe(line);
    expect(windowed({ ...line, length: 0 }, [5, 6]).length).toBe(0);
  });

  it("has the points in it, both ends included", () => {
    const { steps, values, length } = windowed(line, [4, 7]);
    expect([steps, values, length]).toEqual([[4, 6], [40, 60], 2]);
    expect(windowed(line, [9, 10]).length).toBe(0);
  });
});

it("ghosts do not speak", () => {
  const ghost = { ...line, isGhost: true };
  expect(withoutGhosts([ghost, line])).toEqual([line]);
  const lines = [line];
  expect(withoutGhosts(lines)).toBe(lines);
});
