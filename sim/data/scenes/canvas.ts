import type { Colour } from "./colour.ts";
import type { Shape } from "./shape.ts";

/** Where a point of the picture lies in a thing's own frame. */
export interface Frame {
  readonly centreX: number;
  readonly centreY: number;
  /** Half the thing's extent, where the picture runs from −1 to 1. */
  readonly scale: number;
  readonly angle: number;
  readonly mirrored: boolean;
}

/** The picture's own frame: −1 to 1 both ways, y up. */
const WHOLE: Frame = { centreX: 0, centreY: 0, scale: 1, angle: 0, mirrored: false };

/**
 * A square of colour samples, two by two to a pixel where pixels are few. Edges are softened by
 * their distance as well, so that one sample a pixel is enough from 16 px on.
 */
export class Canvas {
  readonly size: number;
  readonly samplesPerPixel: number;
  /** Samples along one side. */
  readonly side: number;
  /** [side, side, 3], from the top left. */
  readonly samples: Float32Array;

  constructor(size: number) {
    this.size = size;
    this.samplesPerPixel = Math.ceil(16 / size);
    this.side = size * this.samplesPerPixel;
    this.samples = new Float32Array(this.side * this.side * 3);
  }

  fill(shape: Shape, [red, green, blue]: Colour, frame: Frame = WHOLE): void {
    const { side, samples } = this;
    const cos = Math.cos(frame.angle) / frame.scale;
    const sin = Math.sin(frame.angle) / frame.scale;
    const flip = frame.mirrored ? -1 : 1;
    // How far one step to the next sample goes in the thing's frame.
    const step = 2 / side / frame.scale;
    for (let row = 0, at = 0; row < side; row++) {
      const y = 1 - (2 * row + 1) / side - frame.centreY;
      let cover = 0;
      // How many samples to come have the same cover: this far from the edge, it cannot be reached
      // sooner.
      let settled = 0;
      for (let column = 0; column < side; column++, at += 3) {
        if (settled > 0) settled--;
        else {
          const x = (2 * column + 1) / side - 1 - frame.centreX;
          const distance = shape(flip * (cos * x + sin * y), cos * y - sin * x) / step;
          cover = Math.min(1, Math.max(0, 0.5 - distance));
          settled = Math.floor(Math.abs(distance) - 0.5);
        }
        if (cover === 0) continue;
        samples[at] = mix(samples[at] ?? 0, red, cover);
        samples[at + 1] = mix(samples[at + 1] ?? 0, green, cover);
        samples[at + 2] = mix(samples[at + 2] ?? 0, blue, cover);
      }
    }
  }

  /** The mean of each pixel's samples, [size, size, 3]. */
  pixels(): Float32Array {
    const { size, side, samples, samplesPerPixel } = this;
    const pixels = new Float32Array(size * size * 3);
    const share = 1 / samplesPerPixel ** 2;
    for (let row = 0; row < side; row++) {
      const pixelRow = Math.floor(row / samplesPerPixel) * size;
      for (let column = 0; column < side; column++) {
        const from = (row * side + column) * 3;
        const to = (pixelRow + Math.floor(column / samplesPerPixel)) * 3;
        for (let channel = 0; channel < 3; channel++)
          pixels[to + channel] =
            (pixels[to + channel] ?? 0) + share * (samples[from + channel] ?? 0);
      }
    }
    return pixels;
  }
}

function mix(old: number, fresh: number, share: number): number {
  return old + share * (fresh - old);
}
