import { linear, textWidth, widest, xTicks, yTicks } from "./chart-scales.ts";
import type { Plot, Tick } from "./chart-scales.ts";
import { sharedDomain } from "./shared-domain.ts";
import type { LaneStyle } from "../theme/lane-styles.ts";

/** A line in the middle of a range, over steps that ascend. */
export interface BandSeries {
  readonly id: string;
  readonly label: string;
  readonly style: LaneStyle;
  readonly steps: readonly number[];
  readonly median: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface BandChartInput {
  readonly width: number;
  readonly height: number;
  readonly series: readonly BandSeries[];
  readonly xDomain: readonly [number, number];
}

export interface Band {
  readonly series: BandSeries;
  /** SVG paths; empty where there is nothing to draw. */
  readonly line: string;
  readonly area: string;
  /** Where its name stands, clear of the others. */
  readonly labelAt: number;
}

export interface BandChartLayout {
  readonly plot: Plot;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly bands: readonly Band[];
}

const TOP = 24;
const BOTTOM = 26;
const TICK_ROOM = 10;
const LABEL_ROOM = 16;
const LINE_HEIGHT = 15;

/** All geometry of a chart of medians and ranges. Every point is drawn: a few hundred columns, and once. */
export function bandChartLayout(input: BandChartInput): BandChartLayout {
  const { width, height, series, xDomain } = input;
  const yDomain = sharedDomain([series.flatMap(asLines)], "linear");
  const column = { top: TOP, bottom: height - BOTTOM };
  const left = Math.ceil(widest(yTicks("linear", yDomain, { ...column, left: 0, right: 0 })));
  const labels = Math.max(0, ...series.map(({ label }) => textWidth(label)));
  const plot = {
    ...column,
    left: left + TICK_ROOM,
    right: Math.max(left + 50, width - labels - LABEL_ROOM),
  };
  const x = linear(xDomain, [plot.left, plot.right]);
  const y = linear(yDomain, [plot.bottom, plot.top]);
  const ends = series.map((one) => y(one.median.findLast(Number.isFinite) ?? yDomain[0]));
  const labelsAt = clearOfOneAnother(ends, plot);
  return {
    plot,
    xTicks: xTicks(xDomain, plot),
    yTicks: yTicks("linear", yDomain, plot),
    bands: series.map((one, i) => ({
      series: one,
      line: linePath(one.steps.map(x), one.median.map(y)),
      area: areaPath(one.steps.map(x), one.low.map(y), one.high.map(y)),
      labelAt: labelsAt[i] ?? plot.top,
    })),
  };
}

/** The three lines that the domain must hold. */
function asLines({ id, label, style, steps, median, low, high }: BandSeries) {
  return [median, low, high].map((values) => ({
    id,
    label,
    style,
    weight: "thin" as const,
    steps,
    values,
    length: steps.length,
  }));
}

/** A gap in the numbers is a gap in the line. */
function linePath(xs: readonly number[], ys: readonly number[]): string {
  let isDrawing = false;
  return xs
    .map((x, i) => {
      const y = ys[i] ?? Number.NaN;
      if (!Number.isFinite(y)) {
        isDrawing = false;
        return "";
      }
      const command = isDrawing ? "L" : "M";
      isDrawing = true;
      return `${command}${tenth(x)},${tenth(y)}`;
    })
    .join("");
}

function areaPath(xs: readonly number[], low: readonly number[], high: readonly number[]): string {
  const there = xs.map((_, i) => i).filter((i) => Number.isFinite(low[i]));
  if (there.length === 0) return "";
  const point = (i: number, ys: readonly number[]): string =>
    `${tenth(xs[i] ?? 0)},${tenth(ys[i] ?? 0)}`;
  const forth = there.map((i) => point(i, high)).join("L");
  const back = there
    .toReversed()
    .map((i) => point(i, low))
    .join("L");
  return `M${forth}L${back}Z`;
}

/** Moves names down where they would cover one another, and up again from the bottom. */
function clearOfOneAnother(ends: readonly number[], { top, bottom }: Plot): readonly number[] {
  const order = ends.map((_, i) => i).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const at = [...ends];
  let least = top;
  for (const i of order) {
    at[i] = Math.max(least, at[i] ?? top);
    least = at[i] + LINE_HEIGHT;
  }
  let most = bottom;
  for (const i of order.toReversed()) {
    at[i] = Math.min(most, at[i] ?? bottom);
    most = at[i] - LINE_HEIGHT;
  }
  return at;
}

function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
