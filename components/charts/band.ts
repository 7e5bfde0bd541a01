import type { Plot } from "./chart-scales.ts";
import type { LineSeries } from "./line-series.ts";

interface Frame {
  readonly plot: Plot;
  readonly x: (step: number) => number;
  readonly y: (value: number) => number;
}

/** A run of points without a gap: x and y in turn, in pixels. */
export type BandPart = readonly number[];

/**
 * The upper edge of an area that reaches down to the axis, in parts where values are missing. Of the points in one column of
 * pixels the last is kept, exactly where it is; edges are held inside the plot, since an area has no ticks beyond it.
 */
export function bandParts(series: LineSeries, { plot, x, y }: Frame): readonly BandPart[] {
  const parts: number[][] = [];
  let part: number[] | null = null;
  for (let index = 0; index < series.length; index++) {
    const value = series.values[index];
    const step = series.steps[index];
    if (value === undefined || step === undefined || !Number.isFinite(value)) {
      part = null;
      continue;
    }
    const at = x(step);
    const height = Math.max(plot.top, Math.min(plot.bottom, y(value)));
    if (part && at - (part.at(-2) ?? at) < 1 && part.length > 2) part.splice(-2, 2, at, height);
    else if (part) part.push(at, height);
    else parts.push((part = [at, height]));
  }
  return parts;
}
