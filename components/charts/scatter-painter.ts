import { ENDS } from "../theme/diverging-scale.ts";
import type { Ground } from "../theme/use-ground.ts";
import { fittedContext, pixelRatio } from "./fit-canvas.ts";
import type { PlacedScatter, ScatterLayout } from "./scatter-layout.ts";
import type { ScatterPoints } from "./scatter-points.ts";
import type { Cell } from "./waterfall-layout.ts";

/** What lies on a canvas. The points change; the rest is fixed. */
export interface ScatterPicture {
  readonly layout: ScatterLayout;
  readonly points: ScatterPoints;
  readonly chosen: Cell | null;
  readonly ground: Ground;
}

const RADIUS = 3;
const CHOSEN_RADIUS = 4.5;
const RING_WIDTH = 1.5;
const LINE_WIDTH = 1.25;
const ROUND = 2 * Math.PI;
const INK: Readonly<Record<Ground, string>> = { light: "#1d1c1a", dark: "#ece8e1" };
const DIAGONAL: Readonly<Record<Ground, string>> = { light: "#8a857b", dark: "#7b756b" };

/** Paints a hollow mark a channel, and leaves the canvas alone while there is nothing new to paint. */
export class ScatterPainter {
  #painted: ScatterPicture | null = null;
  #stamp = -1;
  #ratio = 0;

  paint(canvas: HTMLCanvasElement, picture: ScatterPicture): void {
    const { layout, points, chosen, ground } = picture;
    const stamp = points.stamp();
    const ratio = pixelRatio(canvas);
    const old = this.#painted;
    const isSame =
      old?.layout === layout &&
      old.points === points &&
      old.chosen === chosen &&
      old.ground === ground;
    if (isSame && stamp === this.#stamp && ratio === this.#ratio) return;
    const context = fittedContext(canvas, layout);
    if (!context) return;
    this.#painted = picture;
    this.#stamp = stamp;
    this.#ratio = ratio;
    layout.plots.forEach((placed, place) => {
      diagonal(context, placed, ground);
      const channel = chosen?.strip === place ? chosen.channel : null;
      marks(context, placed, points, { channel, ground });
    });
  }
}

/** Where a batch is what is remembered. */
function diagonal(
  context: CanvasRenderingContext2D,
  { plot }: PlacedScatter,
  ground: Ground,
): void {
  context.strokeStyle = DIAGONAL[ground];
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(plot.left, plot.bottom);
  context.lineTo(plot.right, plot.top);
  context.stroke();
}

interface Pixel {
  readonly x: number;
  readonly y: number;
}

interface Chosen {
  readonly channel: number | null;
  readonly ground: Ground;
}

function marks(
  context: CanvasRenderingContext2D,
  { id, style, plot, x, y }: PlacedScatter,
  points: ScatterPoints,
  { channel, ground }: Chosen,
): void {
  const own = points.of(id);
  if (!own) return;
  context.strokeStyle = style.colour[ground];
  context.fillStyle = style.colour[ground];
  context.lineWidth = LINE_WIDTH;
  let found: Pixel | null = null;
  for (let at = 0; at < own.x.length; at++) {
    const [px, py] = [x(own.x[at] ?? Number.NaN), y(own.y[at] ?? Number.NaN)];
    if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
    const inX = Math.max(plot.left, Math.min(plot.right, px));
    const inY = Math.max(plot.top, Math.min(plot.bottom, py));
    context.beginPath();
    // What lies outside is a square at the edge.
    if (inX !== px || inY !== py) context.rect(inX - RADIUS, inY - RADIUS, 2 * RADIUS, 2 * RADIUS);
    else context.arc(inX, inY, RADIUS, 0, ROUND);
    context.stroke();
    if (at === channel) found = { x: inX, y: inY };
  }
  // Last, so that no neighbour lies over it.
  if (found) emphasise(context, found, ground);
}

/** Filled, with a ring of paper and one of ink, so that it is seen among many. */
function emphasise(context: CanvasRenderingContext2D, { x, y }: Pixel, ground: Ground): void {
  context.save();
  circle(context, x, y, CHOSEN_RADIUS);
  context.fill();
  context.lineWidth = RING_WIDTH;
  context.strokeStyle = ENDS[ground].paper;
  circle(context, x, y, CHOSEN_RADIUS + RING_WIDTH / 2);
  context.stroke();
  context.strokeStyle = INK[ground];
  circle(context, x, y, CHOSEN_RADIUS + 1.5 * RING_WIDTH);
  context.stroke();
  context.restore();
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, ROUND);
}
