import type { ImageBatch } from "../../contract/batch.ts";
import type { OwnPictures } from "../../contract/own-data.ts";

/** Where a pixel of the scaled picture takes its colour from, along one side. */
interface Taps {
  readonly at: readonly number[];
  readonly weights: readonly number[];
}

/** Stored pictures, scaled to the model's size when they are asked for: a set of 60,000 is never held twice. */
export class ScaledPictures {
  readonly #own: OwnPictures;
  readonly #size: number;
  readonly #rows: readonly Taps[];
  readonly #columns: readonly Taps[];

  constructor(own: OwnPictures, size: number) {
    this.#own = own;
    this.#size = size;
    this.#rows = tapsOf(own.height, size);
    this.#columns = tapsOf(own.width, size);
  }

  /** Pixels from −1 (black) to 1, float32 [pictures, size, size, 3]. */
  batch(indices: ArrayLike<number>): ImageBatch {
    const size = this.#size;
    const length = size * size * 3;
    const pixels = new Float32Array(indices.length * length);
    const labels = new Int32Array(indices.length);
    for (let row = 0; row < indices.length; row++) {
      const index = indices[row] ?? 0;
      this.#scale(index, pixels.subarray(row * length, (row + 1) * length));
      labels[row] = this.#own.labels[index] ?? 0;
    }
    return {
      kind: "images",
      pixels: { values: pixels, shape: [indices.length, size, size, 3] },
      labels: { values: labels, shape: [indices.length] },
      items: indices.length,
    };
  }

  #scale(index: number, into: Float32Array): void {
    const { width, height, channels, pixels } = this.#own;
    const from = index * width * height * channels;
    let to = 0;
    for (const { at: ys, weights: down } of this.#rows)
      for (const { at: xs, weights: across } of this.#columns)
        for (let colour = 0; colour < 3; colour++) {
          const channel = channels === 3 ? colour : 0;
          let sum = 0;
          for (let i = 0; i < ys.length; i++)
            for (let j = 0; j < xs.length; j++) {
              const pixel = ((ys[i] ?? 0) * width + (xs[j] ?? 0)) * channels + channel;
              sum += (down[i] ?? 0) * (across[j] ?? 0) * (pixels[from + pixel] ?? 0);
            }
          into[to++] = sum / 127.5 - 1;
        }
  }
}

/** From `length` pixels to `size`: the mean of those it covers where it shrinks, a straight line between two where it grows. */
function tapsOf(length: number, size: number): readonly Taps[] {
  const scale = length / size;
  return Array.from({ length: size }, (_, place) =>
    scale >= 1 ? covered(place * scale, (place + 1) * scale) : between((place + 0.5) * scale - 0.5),
  );

  function covered(from: number, to: number): Taps {
    const last = Math.min(length, Math.ceil(to - 1e-9));
    const at = Array.from({ length: last - Math.floor(from) }, (_, i) => Math.floor(from) + i);
    const weights = at.map((pixel) => (Math.min(pixel + 1, to) - Math.max(pixel, from)) / scale);
    return { at, weights };
  }

  function between(centre: number): Taps {
    const left = Math.floor(centre);
    const share = centre - left;
    const inside = (pixel: number): number => Math.min(length - 1, Math.max(0, pixel));
    return { at: [inside(left), inside(left + 1)], weights: [1 - share, share] };
  }
}
