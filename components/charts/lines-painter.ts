import type { Ground } from "../theme/use-ground.ts";
import { fittedContext, pixelRatio } from "./fit-canvas.ts";
import type { LineSeries } from "./line-series.ts";
import { paintLines } from "./paint-lines.ts";
import { TraceRoom } from "./trace.ts";
import type { TraceFrame } from "./trace.ts";

/** What lies on a canvas: lines in one or several frames. The series grow; the rest is fixed. */
export interface LinesPicture {
  /** Compared by identity: another object is another size or another domain. */
  readonly layout: { readonly width: number; readonly height: number };
  readonly frames: readonly FramedLines[];
  readonly ground: Ground;
}

export interface FramedLines {
  readonly frame: TraceFrame;
  readonly series: readonly LineSeries[];
}

/** Paints the lines of one canvas, and leaves it alone while there is nothing new to paint. */
export class LinesPainter {
  readonly #room = new TraceRoom();
  #painted: LinesPicture | null = null;
  #ratio = 0;
  #grown = 0;

  paint(canvas: HTMLCanvasElement, picture: LinesPicture): void {
    const { layout, frames, ground } = picture;
    const ratio = pixelRatio(canvas);
    const grown = frames.reduce((sum, { series }) => sum + growthOf(series), 0);
    if (isSame(this.#painted, picture) && ratio === this.#ratio && grown === this.#grown) return;
    const context = fittedContext(canvas, layout);
    if (!context) return;
    this.#painted = picture;
    this.#ratio = ratio;
    this.#grown = grown;
    for (const { frame, series } of frames) paintLines(context, series, frame, ground, this.#room);
  }
}

function isSame(old: LinesPicture | null, { layout, frames, ground }: LinesPicture): boolean {
  return old?.layout === layout && old.frames === frames && old.ground === ground;
}

/** Another number when a line has grown, or was cut. */
function growthOf(series: readonly LineSeries[]): number {
  return series.reduce((sum, { length, revision = 0 }) => sum + length + revision * 2 ** 32, 0);
}
