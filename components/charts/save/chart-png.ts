import type { ChartSvg } from "./chart-svg.ts";

const PIXELS_PER_PIXEL = 2;

/** The picture as the browser draws it, at twice its size. */
export async function chartPng({ markup, width, height }: ChartSvg): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([markup], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * PIXELS_PER_PIXEL;
    canvas.height = height * PIXELS_PER_PIXEL;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no PNG"))),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
