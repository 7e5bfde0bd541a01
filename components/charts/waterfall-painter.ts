import { colourTable } from "../theme/diverging-scale.ts";
import type { ColourTable } from "../theme/diverging-scale.ts";
import type { Ground } from "../theme/use-ground.ts";
import { DeviationGrid } from "./deviation-grid.ts";
import { fittedContext, pixelRatio } from "./fit-canvas.ts";
import type { PlacedStrip, WaterfallLayout } from "./waterfall-layout.ts";
import type { WaterfallRows } from "./waterfall-rows.ts";

/** What lies on a canvas. The rows grow; the rest is fixed. */
export interface WaterfallPicture {
  readonly layout: WaterfallLayout;
  readonly rows: WaterfallRows;
  /** The deviation at the upper end of the colours. */
  readonly range: number;
  readonly ground: Ground;
}

/** One strip as an image of its grid, a pixel a cell, which is stretched into its place. */
interface Surface {
  readonly strip: PlacedStrip;
  readonly grid: DeviationGrid;
  readonly image: ImageData;
  readonly canvas: HTMLCanvasElement;
  readonly row: Float32Array;
}

/** Columns, from one up to another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines of the hatching that stands for steps without numbers. */
const HATCH = { gap: 6, width: 1 } as const;

/** Paints the strips: what has come since the last time is added to their images, column by column. */
export class WaterfallPainter {
  #painted: WaterfallPicture | null = null;
  #surfaces: readonly Surface[] = [];
  #taken = 0;
  #revision = -1;
  #ratio = 0;

  paint(canvas: HTMLCanvasElement, picture: WaterfallPicture): void {
    const { layout, rows, range, ground } = picture;
    const old = this.#painted;
    const isOther = old?.layout !== layout || old.rows !== rows || this.#revision !== rows.revision;
    const isRecoloured = old?.range !== range || old.ground !== ground;
    const ratio = pixelRatio(canvas);
    if (!isOther && !isRecoloured && ratio === this.#ratio && this.#taken === rows.end) return;
    const context = fittedContext(canvas, layout);
    if (!context) return;
    if (isOther) this.#begin(layout, rows);
    const taken = this.#take(layout, rows);
    const changed = isRecoloured ? { from: 0, to: layout.columns.count } : taken;
    const colours = colourTable(ground);
    for (const surface of this.#surfaces) colour(surface, colours, range, changed);
    this.#painted = picture;
    this.#ratio = ratio;
    this.#put(context, layout, rows, ground);
  }

  #begin(layout: WaterfallLayout, rows: WaterfallRows): void {
    this.#revision = rows.revision;
    this.#taken = rows.start;
    this.#surfaces = layout.strips.map((strip) => {
      const grid = new DeviationGrid(
        layout.columns.count,
        strip.channels,
        strip.bottom - strip.top,
      );
      const canvas = document.createElement("canvas");
      canvas.width = grid.columns;
      canvas.height = grid.bands;
      const image = new ImageData(grid.columns, grid.bands);
      return { strip, grid, image, canvas, row: new Float32Array(strip.channels) };
    });
  }

  /** Takes in what has come; says which columns are others now. */
  #take({ columns }: WaterfallLayout, rows: WaterfallRows): Span {
    let [from, to] = [columns.count, 0];
    for (let row = Math.max(this.#taken, rows.start); row < rows.end; row++) {
      const column = Math.floor((rows.step(row) - columns.first) / columns.width);
      if (column < 0 || column >= columns.count) continue;
      from = Math.min(from, column);
      to = Math.max(to, column + 1);
      for (const { strip, grid, row: deviations } of this.#surfaces) {
        rows.read(row, strip.id, deviations);
        grid.take(column, deviations);
      }
    }
    this.#taken = rows.end;
    return { from, to };
  }

  #put(
    context: CanvasRenderingContext2D,
    { plot, x }: WaterfallLayout,
    rows: WaterfallRows,
    ground: Ground,
  ): void {
    const half = x(1) - x(0.5);
    const from = Math.max(plot.left, x(rows.step(rows.start)) - half);
    const to = Math.min(plot.right, x(rows.step(rows.end - 1)) + half);
    // Cells are cells, and no mist between them.
    context.imageSmoothingEnabled = false;
    for (const { strip, canvas } of this.#surfaces) {
      const height = strip.bottom - strip.top;
      if (rows.end > rows.start) hatch(context, from, strip.top, to - from, height, ground);
      context.drawImage(canvas, plot.left, strip.top, plot.right - plot.left, height);
    }
  }
}

/** Colours some columns. */
function colour(
  { grid, image, canvas }: Surface,
  { rgba, placeOf }: ColourTable,
  range: number,
  { from, to }: Span,
): void {
  const { columns, bands, values } = grid;
  if (from >= to) return;
  const { data } = image;
  for (let band = 0; band < bands; band++)
    for (let column = from; column < to; column++) {
      const at = band * columns + column;
      const value = values[at] as number;
      if (Number.isNaN(value)) data[4 * at + 3] = 0;
      else {
        const place = 4 * placeOf(value / range);
        for (let part = 0; part < 4; part++) data[4 * at + part] = rgba[place + part] as number;
      }
    }
  canvas.getContext("2d")?.putImageData(image, 0, 0, from, 0, to - from, bands);
}

const HATCH_COLOUR: Readonly<Record<Ground, string>> = { light: "#c9c4b8", dark: "#4a463f" };

function hatch(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  ground: Ground,
): void {
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.beginPath();
  for (let at = left - height; at < left + width; at += HATCH.gap) {
    context.moveTo(at, top + height);
    context.lineTo(at + height, top);
  }
  context.lineWidth = HATCH.width;
  context.strokeStyle = HATCH_COLOUR[ground];
  context.stroke();
  context.restore();
}
