import type { Plot } from "../chart-scales.ts";
import type { LineSeries } from "../line-series.ts";
import { TraceRoom, traceOf } from "../trace.ts";
import type { Trace, TraceFrame } from "../trace.ts";
import { element } from "./svg-markup.ts";

const LINE_WIDTH = { thin: 1.25, thick: 2.5 } as const;

/** A little wider than the plot, so that a thick line along an edge is whole. */
export function clipMarkup({ left, right, top, bottom }: Plot, id: string): string {
  const rect = { x: left - 2, y: top - 2, width: right - left + 4, height: bottom - top + 4 };
  return element("clipPath", { id }, element("rect", rect));
}

/** Thick lines last: what is remembered lies on top. */
export function inOrder(series: readonly LineSeries[]): readonly LineSeries[] {
  return [...series].sort((a, b) => Number(a.weight === "thick") - Number(b.weight === "thick"));
}

/** One line as the canvas paints it, inside the clip of that id, and ticks where it is off the scale. */
export function lineMarkup(line: LineSeries, frame: TraceFrame, clip: string): string {
  const { style, weight } = line;
  const trace = traceOf(line, frame, new TraceRoom());
  const colour = style.colour.light;
  const stroke = element("path", {
    d: pathOf(trace.points),
    "clip-path": `url(#${clip})`,
    fill: "none",
    stroke: colour,
    "stroke-width": LINE_WIDTH[weight],
    "stroke-linejoin": weight === "thin" ? "bevel" : "round",
    "stroke-linecap": style.dash.length > 0 ? "butt" : "round",
    "stroke-dasharray": style.dash.join(" ") || undefined,
  });
  const ticks = edgeTicks(trace, frame.plot);
  const edge = { d: ticks, fill: "none", stroke: colour, "stroke-width": 1.25 };
  return element(
    "g",
    { "data-line": line.label },
    stroke,
    ticks === "" ? "" : element("path", edge),
  );
}

/** A path through x and y in turn, broken where they are not numbers; a point between two gaps is a dot. */
export function pathOf(points: ArrayLike<number>): string {
  let path = "";
  let isDrawing = false;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i] as number;
    const next = points[i + 2];
    if (Number.isNaN(x)) {
      isDrawing = false;
      continue;
    }
    path += `${isDrawing ? "L" : "M"}${tenth(x)},${tenth(points[i + 1] as number)}`;
    if (!isDrawing && (next === undefined || Number.isNaN(next))) path += "h0.1";
    isDrawing = true;
  }
  return path;
}

function edgeTicks({ above, below }: Trace, plot: Plot): string {
  const up = above.map((x) => `M${tenth(x)},${plot.top - 3}v-6`);
  const down = below.map((x) => `M${tenth(x)},${plot.bottom + 3}v6`);
  return [...up, ...down].join("");
}

export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
