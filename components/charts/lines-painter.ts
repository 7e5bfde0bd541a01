import type { Ground } from "../theme/use-ground.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";
import type { LineSeries } from "./line-series.ts";
import { paintLines } from "./paint-lines.ts";
import { TraceRoom } from "./trace.ts";

/** What lies on a canvas. The series grow; the rest is fixed. */
export interface LinesPicture {
  readonly layout: LineChartLayout;
  readonly series: readonly LineSeries[];
  readonly ground: Ground;
}

const MOST_PIXELS_PER_PIXEL = 2;

/** Paints the lines of one chart, and leaves its canvas alone while there is nothing new to paint. */
export class LinesPainter {
  readonly #room = new TraceRoom();
  #painted: LinesPicture | null = null;
  #ratio = 0;
  #grown = 0;

  paint(canvas: HTMLCanvasElement, picture: LinesPicture): void {
    const { layout, series, ground } = picture;
    const ratio = Math.min(MOST_PIXELS_PER_PIXEL, window.devicePixelRatio);
    const grown = growthOf(series);
    if (isSame(this.#painted, picture) && ratio === this.#ratio && grown === this.#grown) return;
    const context = canvas.getContext("2d");
    if (!context) return;
    this.#painted = picture;
    this.#ratio = ratio;
    this.#grown = grown;
    resize(canvas, Math.round(layout.width * ratio), Math.round(layout.height * ratio));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, layout.width, layout.height);
    paintLines(context, series, layout.frame, ground, this.#room);
  }
}

function isSame(old: LinesPicture | null, { layout, series, ground }: LinesPicture): boolean {
  return old?.layout === layout && old.series === series && old.ground === ground;
}

/** Another number when a line has grown, or was cut. */
function growthOf(series: readonly LineSeries[]): number {
  return series.reduce((sum, { length, revision = 0 }) => sum + length + revision * 2 ** 32, 0);
}

/** Setting a canvas's size makes a new one, even where it is the same size. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
