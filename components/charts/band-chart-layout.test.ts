import { expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { bandChartLayout } from "./band-chart-layout.ts";
import type { BandSeries } from "./band-chart-layout.ts";

function band(label: string, median: readonly number[], reach: number): BandSeries {
  return {
    id: label,
    label,
    style: laneStyle("batch-norm", 0),
    steps: median.map((_, i) => i * 10),
    median,
    low: median.map((value) => value - reach),
    high: median.map((value) => value + reach),
  };
}

const frame = { width: 400, height: 200, xDomain: [0, 20] } as const;

it("draws the band around its line, inside the plot", () => {
  const { plot, bands } = bandChartLayout({ ...frame, series: [band("BN", [3, 2, 1], 0.5)] });
  const numbers = (path = ""): number[] => path.match(/[\d.]+/g)?.map(Number) ?? [];
  const ys = numbers(bands[0]?.area).filter((_, i) => i % 2 === 1);
  expect(numbers(bands[0]?.line)).toHaveLength(6);
  expect(ys).toHaveLength(6);
  expect(Math.min(...ys)).toBeGreaterThanOrEqual(plot.top);
  expect(Math.max(...ys)).toBeLessThanOrEqual(plot.bottom);
});

it("leaves a gap where no seed has a number", () => {
  const { bands } = bandChartLayout({ ...frame, series: [band("BN", [3, Number.NaN, 1], 0.5)] });
  expect(bands[0]?.line.match(/M/g)).toHaveLength(2);
  expect(bands[0]?.area).not.toContain("NaN");
});

it("keeps names clear of one another, and inside", () => {
  const series = ["PN", "LN", "BN"].map((label) => band(label, [3, 2, 1], 0.1));
  const { plot, bands } = bandChartLayout({ ...frame, series });
  const at = bands.map(({ labelAt }) => labelAt).sort((a, b) => a - b);
  expect(at.slice(1).every((y, i) => y - (at[i] ?? 0) >= 15)).toBe(true);
  expect(at.at(-1)).toBeLessThanOrEqual(plot.bottom);
});
