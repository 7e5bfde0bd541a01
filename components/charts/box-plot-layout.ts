import { nice } from "d3";
import type { Box } from "../../sim/contract/boxes.ts";
import type { LaneStyle } from "../theme/lane-styles.ts";
import { widest, yScale, yTicks } from "./chart-scales.ts";
import type { Plot, Tick } from "./chart-scales.ts";
import type { Domain, ScaleName } from "./shared-domain.ts";

/** A box; of recorded ones it may be known how many outliers there were, and not where all of them lay. */
export interface BoxMarks extends Box {
  readonly beyond?: number;
}

/** One lane: a box for each group, null where there is none yet. */
export interface BoxSeries {
  readonly id: string;
  readonly label: string;
  readonly style: LaneStyle;
  readonly boxes: readonly (BoxMarks | null)[];
}

export interface BoxPlotInput {
  readonly width: number;
  readonly height: number;
  readonly scale: ScaleName;
  /** A name for each group of boxes: “20 %”. */
  readonly groups: readonly string[];
  readonly series: readonly BoxSeries[];
  /** Shared by plots that are to be compared; without it the plot finds its own. */
  readonly yDomain?: Domain | undefined;
}

/** One box in pixels. */
export interface PlacedBox {
  readonly style: LaneStyle;
  readonly left: number;
  readonly width: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly low: number;
  readonly high: number;
  readonly outliers: readonly number[];
}

export interface BoxPlotLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly yTicks: readonly Tick[];
  /** The middle of each group. */
  readonly groups: readonly { readonly label: string; readonly at: number }[];
  readonly boxes: readonly PlacedBox[];
  readonly isEmpty: boolean;
  /** Which group is under a pixel. */
  readonly groupAt: (x: number) => number;
}

const TOP = 24;
const BOTTOM = 26;
const TICK_ROOM = 10;
const RIGHT = 6;
const WIDEST_BOX = 26;
/** Of a group's width, what its boxes fill, and of a box's share, what it fills. */
const FILLED = { group: 0.84, box: 0.82 } as const;
const EMPTY: Readonly<Record<ScaleName, Domain>> = { linear: [0, 1], log: [0.01, 1] };

/** Boxes side by side in groups, as the paper draws them: quartiles, whiskers, and every outlier inside the plot. */
export function boxPlotLayout(input: BoxPlotInput): BoxPlotLayout {
  const { width, height, scale, groups, series } = input;
  const domain = input.yDomain ?? boxDomain(series, scale);
  const column = { top: TOP, bottom: height - BOTTOM };
  const ticks = yTicks(scale, domain, { ...column, left: 0, right: 0 });
  const left = Math.ceil(widest(ticks)) + TICK_ROOM;
  const plot: Plot = { ...column, left, right: Math.max(left + 40, width - RIGHT) };
  const each = (plot.right - plot.left) / groups.length;
  const y = yScale(scale, domain, plot);
  const clamped = (value: number): number => Math.min(plot.bottom, y(value));
  const share = Math.min(WIDEST_BOX, (each * FILLED.group) / Math.max(1, series.length));
  const boxes = series.flatMap(({ boxes, style }, place) =>
    boxes.flatMap((box, group): PlacedBox[] => {
      if (!box) return [];
      const middle = plot.left + (group + 0.5) * each;
      const from = middle + (place - series.length / 2) * share;
      const wide = share * FILLED.box;
      return [
        {
          style,
          left: from + (share - wide) / 2,
          width: wide,
          q1: clamped(box.q1),
          median: clamped(box.median),
          q3: clamped(box.q3),
          low: clamped(box.low),
          high: clamped(box.high),
          outliers: box.outliers.map(clamped),
        },
      ];
    }),
  );
  return {
    width,
    height,
    plot,
    yTicks: ticks,
    groups: groups.map((label, group) => ({ label, at: plot.left + (group + 0.5) * each })),
    boxes,
    isEmpty: boxes.length === 0,
    groupAt: (x) => Math.max(0, Math.min(groups.length - 1, Math.floor((x - plot.left) / each))),
  };
}

/** From nothing, or from the least on a log scale, to the largest outlier of all: none is left out. */
export function boxDomain(series: readonly BoxSeries[], scale: ScaleName): Domain {
  const all = series.flatMap(({ boxes }) =>
    boxes.flatMap((box) => (box ? [box.low, box.high, ...box.outliers] : [])),
  );
  const shown = scale === "log" ? all.filter((value) => value > 0) : all;
  if (shown.length === 0) return EMPTY[scale];
  const high = shown.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const low = shown.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  if (scale === "log") {
    const power = (exponent: number): number => Number(`1e${exponent}`);
    const top = high > low ? high : low * 10;
    return [power(Math.floor(Math.log10(low))), power(Math.ceil(Math.log10(top)))];
  }
  const bottom = Math.min(0, low);
  return nice(bottom, high > bottom ? high : bottom + 1, 5);
}
