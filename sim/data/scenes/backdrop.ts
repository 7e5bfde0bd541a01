import type { Random } from "../../contract/random.ts";
import type { Canvas } from "./canvas.ts";
import type { Palette } from "./colour.ts";
import { between } from "./drawing.ts";
import { below } from "./shape.ts";

/**
 * Cells along one side, octave by octave. Each has the same variance, which is what 1/f amplitude
 * means in a plane.
 */
const OCTAVES = [2, 4, 8, 16] as const;
/** Standard deviation of one octave's grey noise, and of the noise in each channel for itself. */
const GREY = 0.09;
const TINT = 0.04;

/** Sky above, ground below, and 1/f noise over both: says nothing about the class. */
export function paintBackdrop(canvas: Canvas, palette: Palette, draw: Random): void {
  canvas.samples.fill(0);
  canvas.fill(() => -1, palette.sky);
  canvas.fill(below(between(draw, -0.9, -0.2)), palette.ground);
  // Finer octaves come from the end of a stream of their own, so leaving them out changes nothing
  // else.
  const noise = draw.stream("noise");
  for (const cells of OCTAVES) if (cells <= canvas.size) addNoise(canvas, cells, noise);
}

/** Random values on a grid of cells, with straight lines between them. */
function addNoise(canvas: Canvas, cells: number, draw: Random): void {
  const { side, samples } = canvas;
  const grid = drawGrid(cells + 1, draw);
  const down = (cells + 1) * 3;
  // One line of the grid, already between its upper and lower neighbour.
  const line = new Float32Array(down);
  for (let row = 0, at = 0; row < side; row++) {
    const y = ((row + 0.5) * cells) / side;
    const top = Math.floor(y);
    for (let i = 0; i < down; i++)
      line[i] = interpolate(grid[top * down + i] ?? 0, grid[(top + 1) * down + i] ?? 0, y - top);
    for (let column = 0; column < side; column++) {
      const x = ((column + 0.5) * cells) / side;
      const left = Math.floor(x);
      for (let i = left * 3; i < left * 3 + 3; i++, at++)
        samples[at] = (samples[at] ?? 0) + interpolate(line[i] ?? 0, line[i + 3] ?? 0, x - left);
    }
  }
}

/** [corners, corners, 3] */
function drawGrid(corners: number, draw: Random): Float32Array {
  const grid = new Float32Array(corners * corners * 3);
  for (let corner = 0; corner < grid.length; corner += 3) {
    const grey = GREY * uniformDeviation(draw);
    for (let channel = 0; channel < 3; channel++)
      grid[corner + channel] = grey + TINT * uniformDeviation(draw);
  }
  return grid;
}

/** Uniform with mean 0 and deviation 1, which is cheaper than a normal draw. */
function uniformDeviation(draw: Random): number {
  return (draw.uniform() - 0.5) * Math.sqrt(12);
}

function interpolate(from: number, to: number, share: number): number {
  return from + share * (to - from);
}
