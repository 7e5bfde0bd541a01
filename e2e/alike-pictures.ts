import type { Page } from "@playwright/test";

/**
 * The share of cells, 16 pixels wide, in which an SVG as this browser draws it and a PNG have about as much ink. Fonts
 * differ between programs by a pixel here and there; where lines, words and axes are does not.
 */
export async function alike(page: Page, svg: string, png: Buffer): Promise<number> {
  return page.evaluate(
    async ([markup, base64]) => {
      const CELL = 16;
      const ink = async (url: string): Promise<number[]> => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(680, 500);
        const context = canvas.getContext("2d");
        if (!context) throw new Error("this browser has no canvas");
        context.drawImage(image, 0, 0, 680, (680 * image.naturalHeight) / image.naturalWidth);
        const { data } = context.getImageData(0, 0, 680, 500);
        const cells = Array.from(
          { length: Math.ceil(680 / CELL) * Math.ceil(500 / CELL) },
          () => 0,
        );
        for (let y = 0; y < 500; y++)
          for (let x = 0; x < 680; x++) {
            const cell = Math.floor(y / CELL) * Math.ceil(680 / CELL) + Math.floor(x / CELL);
            const dark = 250 - (data[4 * (y * 680 + x) + 1] ?? 250);
            cells[cell] = (cells[cell] ?? 0) + Math.max(0, dark) / (CELL * CELL);
          }
        return cells;
      };
      const first = await ink(`data:image/svg+xml,${encodeURIComponent(markup)}`);
      const second = await ink(`data:image/png;base64,${base64}`);
      // Of the cells that either has put anything in.
      const used = first.flatMap((dark, i) => (Math.max(dark, second[i] ?? 0) > 2 ? [i] : []));
      const like = used.filter((i) => Math.abs((first[i] ?? 0) - (second[i] ?? 0)) < 16);
      return like.length / used.length;
    },
    [svg, png.toString("base64")] as const,
  );
}
