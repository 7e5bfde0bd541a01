import type { ImageBatch } from "../../contract/batch.ts";
import type { Random } from "../../contract/random.ts";
import { Canvas } from "./canvas.ts";
import { DRAWINGS } from "./drawings.ts";
import type { Drawing } from "./drawing.ts";
import { renderScene } from "./render-scene.ts";

export interface PictureStoreOptions {
  /** How many pictures there are. */
  readonly count: number;
  readonly size: number;
  readonly colourVariance: number;
  /** Picture i depends on this stream and i alone. */
  readonly random: Random;
}

/**
 * Numbered pictures, each drawn when it is first asked for. They are kept as bytes, as a camera
 * would: 20,000 pictures of 32 px are then 60 MB instead of 240.
 */
export class PictureStore {
  readonly #options: PictureStoreOptions;
  readonly #canvas: Canvas;
  /** [count, size, size, 3] */
  readonly #bytes: Uint8ClampedArray;
  readonly #drawn: Uint8Array;

  constructor(options: PictureStoreOptions) {
    const { count, size } = options;
    this.#options = options;
    this.#canvas = new Canvas(size);
    this.#bytes = new Uint8ClampedArray(count * size * size * 3);
    this.#drawn = new Uint8Array(count);
  }

  batch(indices: ArrayLike<number>): ImageBatch {
    const { size } = this.#options;
    const bytes = this.#bytes;
    const length = size * size * 3;
    const pixels = new Float32Array(indices.length * length);
    const labels = new Int32Array(indices.length);
    for (let row = 0; row < indices.length; row++) {
      const index = indices[row] ?? 0;
      if (!this.#drawn[index]) this.#render(index);
      const from = index * length;
      for (let i = 0; i < length; i++)
        pixels[row * length + i] = (bytes[from + i] ?? 0) / 127.5 - 1;
      labels[row] = labelOf(index);
    }
    return {
      kind: "images",
      pixels: { values: pixels, shape: [indices.length, size, size, 3] },
      labels: { values: labels, shape: [indices.length] },
      items: indices.length,
    };
  }

  #render(index: number): void {
    const { size, colourVariance, random } = this.#options;
    // A label is below the number of drawings.
    const drawing = DRAWINGS[labelOf(index)] as Drawing;
    const view = { canvas: this.#canvas, colourVariance };
    const picture = renderScene(drawing, random.stream(index), view);
    const to = index * size * size * 3;
    for (let i = 0; i < picture.length; i++) this.#bytes[to + i] = ((picture[i] ?? 0) + 1) * 127.5;
    this.#drawn[index] = 1;
  }
}

/** Classes take turns, so that there are equally many of each. */
export function labelOf(index: number): number {
  return index % DRAWINGS.length;
}
