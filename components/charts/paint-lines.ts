import type { Ground } from "../theme/use-ground.ts";
import type { Plot } from "./chart-scales.ts";
import type { LineSeries } from "./line-series.ts";
import { traceOf } from "./trace.ts";
import type { Trace, TraceFrame, TraceRoom } from "./trace.ts";

const LINE_WIDTH = { thin: 1.25, thick: 2.5 } as const;
const EDGE_TICK = 6;

/** Still told from the ground, and never taken for a line of this run. */
const GHOST_OPACITY = 0.35;

/**
 * Paints the lines on an empty canvas whose unit is a CSS pixel. Ghosts come first, and thick lines last: what is remembered
 * lies on top.
 */
export function paintLines(
  context: CanvasRenderingContext2D,
  series: readonly LineSeries[],
  frame: TraceFrame,
  ground: Ground,
  room: TraceRoom,
): void {
  const inOrder = [...series].sort((a, b) => rank(a) - rank(b));
  for (const line of inOrder) {
    const { style, weight } = line;
    const trace = traceOf(line, frame, room);
    context.strokeStyle = style.colour[ground];
    context.fillStyle = style.colour[ground];
    context.globalAlpha = line.isGhost ? GHOST_OPACITY : 1;
    context.save();
    clipTo(context, frame.plot);
    context.lineWidth = LINE_WIDTH[weight];
    // On a line as thin as a pixel a round corner costs much and is not seen.
    context.lineJoin = weight === "thin" ? "bevel" : "round";
    context.lineCap = style.dash.length > 0 ? "butt" : "round";
    context.setLineDash([...style.dash]);
    strokeTrace(context, trace, LINE_WIDTH[weight]);
    context.restore();
    strokeEdgeTicks(context, trace, frame.plot);
    context.globalAlpha = 1;
  }
}

function rank({ weight, isGhost = false }: LineSeries): number {
  return isGhost ? 0 : weight === "thin" ? 1 : 2;
}

/** A little wider than the plot, so that a thick line along an edge is whole. */
function clipTo(context: CanvasRenderingContext2D, { left, right, top, bottom }: Plot): void {
  context.beginPath();
  context.rect(left - 2, top - 2, right - left + 4, bottom - top + 4);
  context.clip();
}

function strokeTrace(context: CanvasRenderingContext2D, { points }: Trace, radius: number): void {
  context.beginPath();
  let isDrawing = false;
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index] as number;
    const y = points[index + 1] as number;
    if (Number.isNaN(x)) isDrawing = false;
    else if (isDrawing) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      isDrawing = true;
      if (isAlone(points, index)) context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }
  context.stroke();
}

/** A point between two gaps has no line; it is shown as a dot. */
function isAlone(points: Float64Array, index: number): boolean {
  const next = points[index + 2];
  return next === undefined || Number.isNaN(next);
}

function strokeEdgeTicks(
  context: CanvasRenderingContext2D,
  { above, below }: Trace,
  { top, bottom }: Plot,
): void {
  context.lineWidth = 1.25;
  context.setLineDash([]);
  context.beginPath();
  for (const x of above) {
    context.moveTo(x, top - 3);
    context.lineTo(x, top - 3 - EDGE_TICK);
  }
  for (const x of below) {
    context.moveTo(x, bottom + 3);
    context.lineTo(x, bottom + 3 + EDGE_TICK);
  }
  context.stroke();
}
