import { linear, textWidth, widest, xTicks, yScale, yTicks } from "./chart-scales.ts";
import type { Plot, Tick } from "./chart-scales.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain, ScaleName } from "./shared-domain.ts";
import { countBeyond } from "./trace.ts";
import type { TraceFrame } from "./trace.ts";

/** One of many small charts that share both axes. */
export interface Multiple {
  readonly id: string;
  readonly series: readonly LineSeries[];
}

export interface SmallMultiplesInput {
  readonly width: number;
  readonly multiples: readonly Multiple[];
  readonly scale: ScaleName;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
}

export interface PlacedMultiple extends Multiple {
  /** The whole cell, its title included, in pixels from the top left. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly frame: TraceFrame;
  /** Empty but in the first cell of a row. */
  readonly yTicks: readonly Tick[];
  /** Empty where another cell lies below. */
  readonly xTicks: readonly Tick[];
  /** Points beyond the upper and lower edge, of all lines. */
  readonly clipped: number;
  /** The pixel of a step. */
  readonly x: (step: number) => number;
  /** The step under a pixel of the whole picture, inside the domain. */
  readonly stepAt: (x: number) => number;
}

export interface SmallMultiplesLayout {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly PlacedMultiple[];
  readonly isEmpty: boolean;
}

const LEAST_WIDTH = 124;
const GAP = 16;
const PLOT_HEIGHT = 68;
const TITLE_LINE = 15;
/** Between the title and the plot: clipped points are marked there. */
const ABOVE_PLOT = 12;
const BELOW_PLOT = 10;
const AXIS_ROOM = 14;
const TICK_ROOM = 10;

/** As many abreast as fit, in rows as even as can be, all on one y-axis: a calm layer is calm to the eye. */
export function smallMultiplesLayout(input: SmallMultiplesInput): SmallMultiplesLayout {
  const { width, multiples, scale, xDomain, yDomain } = input;
  const ticks = (plot: Plot): Tick[] => yTicks(scale, yDomain, plot);
  const left = Math.ceil(widest(ticks({ top: 0, bottom: PLOT_HEIGHT, left: 0, right: 0 })));
  const room = width - left - TICK_ROOM;
  const columns = columnsFor(multiples.length, room);
  const cellWidth = Math.floor((room - (columns - 1) * GAP) / columns);
  const title = TITLE_LINE * titleLines(multiples, cellWidth);
  const cellHeight = title + ABOVE_PLOT + PLOT_HEIGHT + BELOW_PLOT;
  const cells = multiples.map((multiple, place): PlacedMultiple => {
    const column = place % columns;
    const corner = left + TICK_ROOM + column * (cellWidth + GAP);
    const top = Math.floor(place / columns) * cellHeight;
    const plot: Plot = {
      left: corner,
      right: corner + cellWidth,
      top: top + title + ABOVE_PLOT,
      bottom: top + title + ABOVE_PLOT + PLOT_HEIGHT,
    };
    const x = linear(xDomain, [plot.left, plot.right]);
    const stepUnder = linear([plot.left, plot.right], xDomain);
    return {
      ...multiple,
      left: corner,
      top,
      width: cellWidth,
      height: cellHeight,
      frame: { plot, xDomain, yDomain, yPixel: yScale(scale, yDomain, plot) },
      yTicks: column === 0 ? ticks(plot) : [],
      xTicks: place + columns >= multiples.length ? ends(xTicks(xDomain, plot)) : [],
      clipped: multiple.series.reduce((sum, line) => sum + countBeyond(line, yDomain), 0),
      x,
      stepAt: (pixel) => Math.round(Math.max(xDomain[0], Math.min(xDomain[1], stepUnder(pixel)))),
    };
  });
  const rows = Math.ceil(multiples.length / columns);
  return {
    width,
    height: rows * cellHeight + AXIS_ROOM,
    cells,
    isEmpty: multiples.every(({ series }) => series.every(({ length }) => length === 0)),
  };
}

/** The fewest that need no more rows than the most that fit. */
function columnsFor(count: number, room: number): number {
  const most = Math.max(1, Math.floor((room + GAP) / (LEAST_WIDTH + GAP)));
  return Math.max(1, Math.ceil(count / Math.ceil(Math.max(1, count) / most)));
}

/** Names of layers are set in one line where all of them fit, else in two. */
function titleLines(multiples: readonly Multiple[], width: number): number {
  return multiples.every(({ id }) => textWidth(id) <= width) ? 1 : 2;
}

/** In a small chart the first and the last tick say it all. */
function ends(ticks: readonly Tick[]): readonly Tick[] {
  return ticks.length > 2 ? [...ticks.slice(0, 1), ...ticks.slice(-1)] : ticks;
}
