import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";

const FOLDER = `${import.meta.dirname}/pictures`;

/** CSS pixels along the side of a cell. Smaller than any gap on the page, larger than what two machines draw differently. */
const CELL = 8;
/** Of 255: edges of letters that lie a little elsewhere stay below it. */
const DIFFERENT = 40;
/** Of all cells; a line of text that moved is more. */
const MOST_DIFFERENT = 0.004;

interface Coarse {
  readonly width: number;
  readonly height: number;
  /** Mean brightness of every cell, 0 to 255, row by row. */
  readonly cells: readonly number[];
}

/**
 * What differs between the page as it is and its picture in `pictures/`, in words; null where nothing does. With
 * NORMSCOPE_PICTURES=new the picture is taken anew. Pictures are coarse, so that they hold the arrangement and what is drawn
 * where, on any machine, and not how a font is smoothed.
 */
export async function pictureDiffers(
  browser: Browser,
  page: Page,
  name: string,
): Promise<string | null> {
  const shot = await page.screenshot({ animations: "disabled", caret: "hide", fullPage: true });
  const { png, coarse } = await coarsened(browser, shot);
  const path = `${FOLDER}/${name}.png`;
  if (process.env["NORMSCOPE_PICTURES"] === "new") {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, png);
    return null;
  }
  if (!existsSync(path)) return `there is no ${name}.png; NORMSCOPE_PICTURES=new takes it`;
  const { coarse: before } = await coarsened(browser, readFileSync(path), 1);
  if (before.width !== coarse.width || before.height !== coarse.height)
    return `it is ${coarse.width} × ${coarse.height} cells and was ${before.width} × ${before.height}`;
  const moved = coarse.cells.flatMap((value, cell) =>
    Math.abs(value - (before.cells[cell] ?? 0)) > DIFFERENT ? [cell] : [],
  );
  if (moved.length <= MOST_DIFFERENT * coarse.cells.length) return null;
  const row = Math.floor((moved[0] ?? 0) / coarse.width);
  return `${moved.length} of ${coarse.cells.length} cells differ, the first ${row * CELL} pixels from the top`;
}

/** The mean brightness of every square of `cell` pixels, as a picture of one pixel each, by the browser's own decoder. */
async function coarsened(
  browser: Browser,
  shot: Buffer,
  cell = CELL,
): Promise<{ png: Buffer; coarse: Coarse }> {
  const page = await browser.newPage();
  try {
    const { url, coarse } = await page.evaluate(coarsen, { base64: shot.toString("base64"), cell });
    return { png: Buffer.from(url.slice(url.indexOf(",") + 1), "base64"), coarse };
  } finally {
    await page.close();
  }
}

/** Runs in a page. */
async function coarsen({ base64, cell }: { readonly base64: string; readonly cell: number }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = (width: number, height: number): CanvasRenderingContext2D => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const drawing = canvas.getContext("2d");
    if (!drawing) throw new Error("this browser draws no pictures");
    return drawing;
  };
  const fine = context(bitmap.width, bitmap.height);
  fine.drawImage(bitmap, 0, 0);
  const { data } = fine.getImageData(0, 0, bitmap.width, bitmap.height);
  const width = Math.floor(bitmap.width / cell);
  const height = Math.floor(bitmap.height / cell);
  const cells = Array.from({ length: width * height }, (_, index) => {
    const [left, top] = [(index % width) * cell, Math.floor(index / width) * cell];
    let sum = 0;
    for (let y = top; y < top + cell; y++)
      for (let x = left; x < left + cell; x++) {
        const at = 4 * (y * bitmap.width + x);
        sum += 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
      }
    return Math.round(sum / cell ** 2);
  });
  const small = context(width, height);
  const picture = small.createImageData(width, height);
  cells.forEach((value, index) => picture.data.set([value, value, value, 255], 4 * index));
  small.putImageData(picture, 0, 0);
  return { url: small.canvas.toDataURL("image/png"), coarse: { width, height, cells } };
}
