import { describe, expect, it } from "vitest";
import { Canvas } from "./canvas.ts";
import type { Frame } from "./canvas.ts";
import { box, disc, triangle } from "./shape.ts";
import type { Shape } from "./shape.ts";

const FRAME: Frame = { centreX: 0.1, centreY: -0.05, scale: 0.8, angle: 0.3, mirrored: true };

/** The share of the picture a shape covers, from the mean of its pixels. */
function area(size: number, shape: Shape): number {
  const canvas = new Canvas(size);
  canvas.fill(shape, [1, 1, 1], FRAME);
  const pixels = canvas.pixels();
  return pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
}

describe("a canvas", () => {
  it.each([8, 16, 24, 32])("covers as much as the shape's area at %i px", (size) => {
    // In a frame of scale 0.8 an area shrinks by 0.64, and the picture itself is 2 by 2.
    const share = 0.64 / 4;
    expect(area(size, disc(0, 0, 0.6))).toBeCloseTo(Math.PI * 0.36 * share, 2);
    expect(area(size, box([-0.5, -0.5], [0.5, 0.3]))).toBeCloseTo(0.8 * share, 2);
    expect(area(size, triangle([-0.8, -0.6], [0.8, -0.6], [0, 0.7]))).toBeCloseTo(1.04 * share, 2);
  });

  it("asks a shape no more often than it must, and paints the same as asking everywhere", () => {
    const shape = disc(0, 0, 0.6);
    let asked = 0;
    const counted: Shape = (x, y) => {
      asked++;
      return shape(x, y);
    };
    // Capped just beyond the edge's softness, the distance settles no sample but its own.
    const everywhere: Shape = (x, y) => Math.max(-0.06, Math.min(0.06, shape(x, y)));
    const [quick, slow] = [new Canvas(32), new Canvas(32)];
    quick.fill(counted, [1, 0.5, -1], FRAME);
    slow.fill(everywhere, [1, 0.5, -1], FRAME);
    expect(quick.pixels()).toEqual(slow.pixels());
    expect(asked).toBeLessThan((32 * 32) / 2);
  });

  it("mirrors and shifts as the frame says", () => {
    const canvas = new Canvas(16);
    canvas.fill(disc(0.5, 0, 0.2), [1, 1, 1], { ...FRAME, angle: 0, centreX: 0, centreY: 0.5 });
    const pixels = canvas.pixels();
    const at = (column: number, row: number): number => pixels[(row * 16 + column) * 3] ?? 0;
    expect(at(4, 4)).toBe(1);
    expect(at(11, 4)).toBe(0);
    expect(at(4, 11)).toBe(0);
  });
});
