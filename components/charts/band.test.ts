import { expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { bandParts } from "./band.ts";

const plot = { left: 0, right: 100, top: 10, bottom: 60 };

function parts(values: readonly number[], perStep = 10) {
  const series = {
    id: "bn",
    label: "BN",
    style: laneStyle("batch-norm", 0),
    weight: "thin" as const,
    steps: values.map((_, index) => index + 1),
    values,
    length: values.length,
  };
  const frame = { plot, x: (step: number) => step * perStep, y: (value: number) => 60 - value };
  return bandParts(series, frame);
}

it("follows its values, and is broken where one is missing", () => {
  expect(parts([10, 20, Number.NaN, 30])).toEqual([
    [10, 50, 20, 40],
    [40, 30],
  ]);
});

it("stays inside the plot", () => {
  expect(parts([1000, -5])).toEqual([[10, 10, 20, 60]]);
});

it("keeps one point for each column of pixels, where it was", () => {
  const [band = []] = parts(
    Array.from({ length: 1000 }, (_, index) => index % 7),
    0.1,
  );
  expect(band.length / 2).toBeLessThan(110);
  expect(band.at(-2)).toBe(100);
  expect(band.at(-1)).toBe(60 - (999 % 7));
});
