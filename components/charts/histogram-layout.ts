import { ticks } from "d3";
import { numberParts } from "../prose/format.ts";
import { linear, textWidth } from "./chart-scales.ts";
import type { Plot, Tick } from "./chart-scales.ts";

/** A normal curve with as many rows under it as the bars have. */
export interface Bell {
  readonly id: string;
  readonly mean: number;
  readonly variance: number;
}

export interface HistogramInput {
  readonly values: ArrayLike<number>;
  readonly bells: readonly Bell[];
  readonly width: number;
  readonly height: number;
}

export interface HistogramBar {
  /** The values that are counted: `from` itself, and up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface HistogramLayout {
  readonly plot: Plot;
  readonly bars: readonly HistogramBar[];
  readonly curves: readonly { readonly id: string; readonly path: string }[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Pixels for a value. */
  readonly x: (value: number) => number;
}

const MARGIN = { left: 40, right: 12, top: 28, bottom: 40 };
const BARS = 28;
const TICK_WIDTH = 76;
const CURVE_POINTS = 120;
/** How many deviations of a bell are to be seen. */
const REACH = 3;
/** A bell may be this many times as high as the highest bar; a narrower one is cut off. */
const TALLEST_BELL = 1.6;
/** Room above what is highest, for a thick line. */
const HEADROOM = 1.05;

/** Bars of equal, round width over all values, and the bells over them on the same scale. */
export function histogramLayout({ values, bells, width, height }: HistogramInput): HistogramLayout {
  const plot: Plot = {
    left: MARGIN.left,
    right: Math.max(MARGIN.left + 1, width - MARGIN.right),
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const domain = domainOf(values, bells);
  const edges = edgesOf(domain);
  const counts = countsBetween(values, edges);
  const [first = 0] = edges;
  const last = edges.at(-1) ?? 1;
  const step = (last - first) / counts.length;
  const highest = Math.max(1, ...counts);
  const peak = Math.max(
    ...bells.map(({ variance }) => (values.length * step) / Math.sqrt(2 * Math.PI * variance)),
    0,
  );
  const top = HEADROOM * Math.min(Math.max(highest, peak), TALLEST_BELL * highest);
  const x = linear([first, last], [plot.left, plot.right]);
  const y = linear([0, top], [plot.bottom, plot.top]);
  const bars = counts.map((count, i) => {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    return {
      from,
      to,
      count,
      x: x(from),
      width: x(to) - x(from),
      y: y(count),
      height: plot.bottom - y(count),
    };
  });
  const curves = bells.map((bell) => ({
    id: bell.id,
    path: curve(bell, { first, last, rows: values.length, step, top }, x, y),
  }));
  return {
    plot,
    bars,
    curves,
    x,
    xTicks: xTicksOf(first, last, plot, x),
    yTicks: yTicksOf(top, y),
  };
}

/** All values; and the bells, as far as they do not press the values into a corner. */
function domainOf(values: ArrayLike<number>, bells: readonly Bell[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const span = high - low || Math.abs(high) || 1;
  const reach = bells.map(({ mean, variance }) => [
    mean - REACH * Math.sqrt(variance),
    mean + REACH * Math.sqrt(variance),
  ]);
  return [
    Math.max(low - span, Math.min(low, ...reach.map(([from = low]) => from))),
    Math.min(high + span, Math.max(high, ...reach.map(([, to = high]) => to))),
  ];
}

/** Round numbers, from below the least value to above the greatest. */
function edgesOf([low, high]: readonly [number, number]): readonly number[] {
  const inner = ticks(low, high, BARS);
  const [first = low, second = high] = inner;
  const step = second - first || 1;
  const from = first > low ? first - step : first;
  const count = Math.max(1, Math.ceil((high - from) / step + 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => from + i * step);
}

function countsBetween(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const [first = 0] = edges;
  const bars = edges.length - 1;
  const step = ((edges.at(-1) ?? 1) - first) / bars;
  const counts = Array<number>(bars).fill(0);
  for (let i = 0; i < values.length; i++) {
    const bar = Math.min(bars - 1, Math.max(0, Math.floor(((values[i] ?? 0) - first) / step)));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts;
}

interface Frame {
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  readonly step: number;
  readonly top: number;
}

function curve(
  { mean, variance }: Bell,
  { first, last, rows, step, top }: Frame,
  x: (value: number) => number,
  y: (count: number) => number,
): string {
  const height = (rows * step) / Math.sqrt(2 * Math.PI * variance);
  const at = (value: number): number => height * Math.exp(-((value - mean) ** 2) / (2 * variance));
  return Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
    const value = first + ((last - first) * i) / CURVE_POINTS;
    // What is cut off leaves the picture just above it, so that no flat top is drawn.
    const count = Math.min(at(value), 1.2 * top);
    return `${i === 0 ? "M" : "L"}${x(value).toFixed(1)},${y(count).toFixed(1)}`;
  }).join("");
}

function xTicksOf(
  first: number,
  last: number,
  { left, right }: Plot,
  x: (value: number) => number,
): Tick[] {
  const count = Math.max(2, Math.floor((right - left) / TICK_WIDTH));
  return ticks(first, last, count).map((value) => ({ at: x(value), parts: numberParts(value) }));
}

function yTicksOf(top: number, y: (count: number) => number): Tick[] {
  return ticks(0, top, 3)
    .filter(Number.isInteger)
    .map((count) => ({ at: y(count), parts: numberParts(count, { plainFrom: 0 }) }))
    .filter(({ parts }) => textWidth(parts.mantissa) < MARGIN.left);
}
