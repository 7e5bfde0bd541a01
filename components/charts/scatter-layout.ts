import { linear, textWidth, widest, yTicks } from "./chart-scales.ts";
import type { Plot, Tick } from "./chart-scales.ts";
import type { Domain } from "./shared-domain.ts";
import type { LaneStyle } from "../theme/lane-styles.ts";

/** One lane: a mark a channel. */
export interface ScatterPlot {
  readonly id: string;
  readonly label: string;
  readonly style: LaneStyle;
  readonly channels: number;
  /** Beside its name. */
  readonly note: string;
}

export interface PlacedScatter extends ScatterPlot {
  readonly plot: Plot;
  /** Empty but in the first of a row. */
  readonly yTicks: readonly Tick[];
  readonly xTicks: readonly Tick[];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface ScatterLayout {
  readonly width: number;
  readonly height: number;
  readonly domain: Domain;
  readonly plots: readonly PlacedScatter[];
}

export interface ScatterInput {
  readonly width: number;
  readonly plots: readonly ScatterPlot[];
  /** Of both axes. */
  readonly domain: Domain;
}

const LEAST_SIDE = 120;
const MOST_SIDE = { one: 320, several: 230 } as const;
const GAP = 20;
const NAME_ROOM = 34;
const BELOW = 30;
const TICK_ROOM = 10;
const RIGHT = 12;

/** Squares on one pair of axes that are the same, so that the diagonal is where nothing has changed. */
export function scatterLayout({ width, plots, domain }: ScatterInput): ScatterLayout {
  const most = plots.length === 1 ? MOST_SIDE.one : MOST_SIDE.several;
  const blank = { top: 0, bottom: most, left: 0, right: 0 };
  const left = Math.ceil(widest(yTicks("linear", domain, blank))) + TICK_ROOM;
  const room = width - left - RIGHT;
  const fitting = Math.max(1, Math.floor((room + GAP) / (LEAST_SIDE + GAP)));
  const rows = Math.ceil(Math.max(1, plots.length) / fitting);
  const columns = Math.max(1, Math.ceil(plots.length / rows));
  const side = Math.min(most, Math.floor((room - (columns - 1) * GAP) / columns));
  const rowHeight = NAME_ROOM + side + BELOW;
  return {
    width,
    height: rows * rowHeight,
    domain,
    plots: plots.map((each, place) => {
      const column = place % columns;
      const corner = left + column * (side + GAP);
      const top = Math.floor(place / columns) * rowHeight + NAME_ROOM;
      const plot: Plot = { left: corner, right: corner + side, top, bottom: top + side };
      return {
        ...each,
        plot,
        yTicks: column === 0 ? yTicks("linear", domain, plot) : [],
        xTicks: valueTicks(domain, plot),
        x: linear(domain, [plot.left, plot.right]),
        y: linear(domain, [plot.bottom, plot.top]),
      };
    }),
  };
}

/** The same values as upwards, as far as their texts do not touch. */
function valueTicks(domain: Domain, plot: Plot): readonly Tick[] {
  const x = linear(domain, [plot.left, plot.right]);
  const value = linear([plot.bottom, plot.top], domain);
  const all = yTicks("linear", domain, plot).map(({ at, parts }) => ({ at: x(value(at)), parts }));
  const room = widest(all) + textWidth("  ");
  const apart = all.length > 1 ? Math.abs((all[1]?.at ?? 0) - (all[0]?.at ?? 0)) : room;
  const every = Math.max(1, Math.ceil(room / apart));
  return all.filter((_, place) => place % every === 0);
}
