import { linear, textWidth, widest, xTicks, yScale, yTicks } from "./chart-scales.ts";
import type { Plot, Tick } from "./chart-scales.ts";
import { LABEL_GAP, labelSetting } from "./end-labels.ts";
import type { LabelSetting } from "./end-labels.ts";
import { windowed, withoutGhosts } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain, ScaleName } from "./shared-domain.ts";
import { countBeyond } from "./trace.ts";
import type { TraceFrame } from "./trace.ts";

export interface LineChartInput {
  readonly width: number;
  readonly height: number;
  readonly series: readonly LineSeries[];
  readonly scale: ScaleName;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  readonly xLabel: string;
}

/** All geometry of a line chart but its lines, which `traceOf` puts into `frame`, and what follows the crosshair. */
export interface LineChartLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly labels: LabelSetting;
  readonly frame: TraceFrame;
  /** Points beyond the upper and lower edge, of all lines. */
  readonly clipped: number;
  readonly isEmpty: boolean;
  /** Where the name of the x-axis begins, clear of its last tick. */
  readonly xLabelAt: number;
  readonly x: (step: number) => number;
  readonly y: (value: number) => number;
  /** The step under a pixel, inside the domain. */
  readonly stepAt: (x: number) => number;
}

const TOP = 24;
const BOTTOM = 26;
const TICK_ROOM = 10;
/** Half the last tick, and a gap. */
const X_LABEL_ROOM = 22;

export function lineChartLayout(input: LineChartInput): LineChartLayout {
  const { width, height, series, scale } = input;
  const xDomain = openDomain(input.xDomain);
  const yDomain = openDomain(input.yDomain);
  const names = withoutGhosts(series).map(({ label }) => label);
  const labels = labelSetting(names, width, height - TOP - BOTTOM);
  const column = { top: TOP, bottom: height - BOTTOM };
  const left =
    Math.ceil(widest(yTicks(scale, yDomain, { ...column, left: 0, right: 0 }))) + TICK_ROOM;
  const room = Math.max(labels.width, textWidth(input.xLabel) + X_LABEL_ROOM);
  const plot: Plot = { ...column, left, right: Math.max(left + 40, Math.floor(width - room)) };
  const x = linear(xDomain, [plot.left, plot.right]);
  const stepUnder = linear([plot.left, plot.right], xDomain);
  const y = yScale(scale, yDomain, plot);
  const steps = xTicks(xDomain, plot);
  return {
    width,
    height,
    plot,
    xTicks: steps.map(atTenth),
    yTicks: yTicks(scale, yDomain, plot).map(atTenth),
    labels,
    frame: { plot, xDomain, yDomain, yPixel: y },
    clipped: series.reduce((sum, line) => sum + countBeyond(windowed(line, xDomain), yDomain), 0),
    xLabelAt: xLabelAt(steps, plot),
    isEmpty: series.every(({ length }) => length === 0),
    x: (step) => tenth(x(step)),
    y: (value) => tenth(y(value)),
    stepAt: (pixel) => Math.round(Math.max(xDomain[0], Math.min(xDomain[1], stepUnder(pixel)))),
  };
}

function atTenth({ at, parts }: Tick): Tick {
  return { at: tenth(at), parts };
}

/** As fine as anyone can see, and short in the markup. */
function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function xLabelAt(ticks: readonly Tick[], { right }: Plot): number {
  const last = ticks.at(-1);
  const reach = last ? last.at + textWidth(last.parts.mantissa) / 2 : 0;
  return tenth(Math.max(right + LABEL_GAP, reach + LABEL_GAP / 2));
}

/** A domain of one value has no inside; it is opened by a step. */
function openDomain([low, high]: Domain): Domain {
  return high > low ? [low, high] : [low, low + 1];
}
