import type { Random } from "../../contract/random.ts";

/** How strongly a picture's light differs from the next one's, at colour variance 1. */
const BRIGHTNESS = 0.4;
const TINT = 0.2;
const CONTRAST = 0.5;
/**
 * The gradient of light across a picture, whatever the colour variance: up to this at the corners.
 */
const GRADIENT = 0.25;

/**
 * Lights pixels [size, size, 3] in place: contrast about the middle grey, a gradient, then
 * brightness and tint for the whole picture. The draws do not depend on `colourVariance`, so the
 * same picture comes back in another light.
 */
export function light(pixels: Float32Array, draw: Random, colourVariance: number): void {
  const size = Math.sqrt(pixels.length / 3);
  const contrast = Math.exp(CONTRAST * colourVariance * (2 * draw.uniform() - 1));
  const brightness = BRIGHTNESS * colourVariance * draw.normal();
  const shift = [0, 1, 2].map(() => brightness + TINT * colourVariance * draw.normal());
  const slope = GRADIENT * draw.uniform();
  const angle = 2 * Math.PI * draw.uniform();
  const [slopeX, slopeY] = [slope * Math.cos(angle), slope * Math.sin(angle)];
  for (let row = 0, at = 0; row < size; row++) {
    const y = (2 * row + 1) / size - 1;
    for (let column = 0; column < size; column++) {
      const x = (2 * column + 1) / size - 1;
      const ramp = slopeX * x + slopeY * y;
      for (let channel = 0; channel < 3; channel++, at++)
        pixels[at] = soften(contrast * (pixels[at] ?? 0) + ramp + (shift[channel] ?? 0));
    }
  }
}

/**
 * Straight in the middle and bent towards ±1 outside, as film does: strong light fades a shape, but
 * keeps it.
 */
function soften(value: number): number {
  const square = value * value;
  return value / Math.sqrt(Math.sqrt(1 + square * square));
}
