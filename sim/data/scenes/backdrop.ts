import type { Random } from "../../contract/random.ts";
import type { Canvas } from "./canvas.ts";
import type { Palette } from "./colour.ts";
import { below } from "./shape.ts";

/** Cells along one side, octave by octave. Each has the same variance, which is what 1/f amplitude means in a plane. */
const OCTAVES = [2, 4, 8, 16] as const;
/** Standard deviation of one octave's grey noise, and of the noise in each channel for itself. */
const GREY = 0.09;
const TINT = 0.04;

/** Sky above, ground below, and 1/f noise over both: says nothing about the class. */
export function paintBackdrop(canvas: Canvas, palette: Palette, draw: Random): void {
  canvas.samples.fill(0);
  canvas.fill(() => -1, palette.sky);
  canvas.fill(below(-0.9 + 0.7 * draw.uniform()), palette.ground);
  for (const cells of OCTAVES) addNoise(canvas, cells, draw);
}

/** Random values on a grid of cells, with straight lines between them. */
function addNoise(canvas: Canvas, cells: number, draw: Random): void {
  const { side, samples } = canvas;
  const corners = cells + 1;
  const grid = new Float32Array(corners * corners * 3);
  for (let corner = 0; corner < grid.length; corner += 3) {
    const grey = GREY * uniformDeviation(draw);
    for (let channel = 0; channel < 3; channel++)
      grid[corner + channel] = grey + TINT * uniformDeviation(draw);
  }
  const down = 3 * corners;
  for (let row = 0, at = 0; row < side; row++) {
    const v = ((row + 0.5) * cells) / side;
    const top = Math.floor(v);
    for (let column = 0; column < side; column++, at += 3) {
      const u = ((column + 0.5) * cells) / side;
      const left = Math.floor(u);
      const [right, bottom] = [u - left, v - top];
      const corner = (top * corners + left) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const from = corner + channel;
        const above = lerp(grid[from], grid[from + 3], right);
        const under = lerp(grid[from + down], grid[from + down + 3], right);
        samples[at + channel] = (samples[at + channel] ?? 0) + lerp(above, under, bottom);
      }
    }
  }
}

/** Uniform with mean 0 and deviation 1: four draws of this cost less than one normal. */
function uniformDeviation(draw: Random): number {
  return (draw.uniform() - 0.5) * Math.sqrt(12);
}

function lerp(from: number | undefined, to: number | undefined, share: number): number {
  return (from ?? 0) + share * ((to ?? 0) - (from ?? 0));
}
