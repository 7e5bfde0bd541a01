import { linear, textWidth, xTicks } from "./chart-scales.ts";
import type { Plot, Tick } from "./chart-scales.ts";
import type { Columns } from "./decimate.ts";
import type { Domain } from "./shared-domain.ts";
import type { LaneStyle } from "../theme/lane-styles.ts";

/** One lane: its channels from top to bottom. */
export interface Strip {
  readonly id: string;
  readonly label: string;
  readonly style: LaneStyle;
  readonly channels: number;
  /** Beside its name: “64 channels”, “diverged at step 31”. */
  readonly note: string;
}

export interface PlacedStrip extends Strip {
  readonly top: number;
  readonly bottom: number;
}

export interface Cell {
  /** The place of the strip, and of the channel in it, from 0. */
  readonly strip: number;
  readonly channel: number;
}

export interface WaterfallLayout {
  readonly width: number;
  readonly height: number;
  /** From the first strip to the last. */
  readonly plot: Plot;
  readonly strips: readonly PlacedStrip[];
  readonly xTicks: readonly Tick[];
  readonly xLabelAt: number;
  /** Steps to columns of pixels; a step is at least one wide. */
  readonly columns: Columns;
  /** The middle of a step's place. */
  readonly x: (step: number) => number;
  /** The step under a pixel, inside the domain. */
  readonly stepAt: (x: number) => number;
  /** The channel under a pixel; null between strips. */
  readonly cellAt: (y: number) => Cell | null;
  /** Where a channel lies: its upper edge, and how tall it is. */
  readonly bandOf: (cell: Cell) => { readonly top: number; readonly height: number };
}

export interface WaterfallInput {
  readonly width: number;
  readonly strips: readonly Strip[];
  /** Steps after the first of these, up to the second. */
  readonly xDomain: Domain;
  readonly xLabel: string;
}

const NAME_ROOM = 20;
const LEFT = 30;
const BOTTOM = 26;
const LABEL_GAP = 6;
/** Half the last tick, and a gap. */
const X_LABEL_ROOM = 24;
/** The fewer lanes, the taller. */
const HEIGHTS = [168, 168, 112, 84, 68] as const;

export function waterfallLayout({
  width,
  strips,
  xDomain,
  xLabel,
}: WaterfallInput): WaterfallLayout {
  const [low, high] = xDomain;
  const span = Math.max(1, high - low);
  const tall = HEIGHTS[Math.min(strips.length, HEIGHTS.length - 1)] ?? 68;
  const placed = strips.map((strip, place): PlacedStrip => {
    const top = place * (NAME_ROOM + tall) + NAME_ROOM;
    return { ...strip, top, bottom: top + tall };
  });
  const right = Math.max(LEFT + 40, Math.floor(width - textWidth(xLabel) - X_LABEL_ROOM));
  const bottom = placed.at(-1)?.bottom ?? tall;
  const plot: Plot = { left: LEFT, right, top: placed[0]?.top ?? 0, bottom };
  const count = Math.min(right - LEFT, span);
  const edge = linear([low, low + span], [LEFT, right]);
  const stepUnder = linear([LEFT, right], [low, low + span]);
  const x = (step: number): number => Math.round(edge(step - 0.5) * 10) / 10;
  const ticks = xTicks([low, low + span], plot);
  return {
    width,
    height: bottom + BOTTOM,
    plot,
    strips: placed,
    xTicks: ticks,
    xLabelAt: right + LABEL_GAP + textWidth(ticks.at(-1)?.parts.mantissa ?? "") / 2,
    columns: { first: low + 1, width: span / count, count },
    x,
    stepAt: (pixel) => Math.max(low + 1, Math.min(low + span, Math.floor(stepUnder(pixel)) + 1)),
    cellAt: (y) => cellAt(placed, y),
    bandOf: ({ strip, channel }) => {
      const { top = 0, channels = 1 } = placed[strip] ?? {};
      return { top: top + (channel * tall) / channels, height: tall / channels };
    },
  };
}

function cellAt(strips: readonly PlacedStrip[], y: number): Cell | null {
  const strip = strips.findIndex(({ top, bottom }) => y >= top && y < bottom);
  const found = strips[strip];
  if (!found) return null;
  const { top, bottom, channels } = found;
  return { strip, channel: Math.floor(((y - top) / (bottom - top)) * channels) };
}
