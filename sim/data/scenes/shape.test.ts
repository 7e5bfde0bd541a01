import { describe, expect, it } from "vitest";
import { Random } from "../../contract/random.ts";
import { drawPalette } from "./colour.ts";
import { DRAWINGS } from "./drawings.ts";
import { below, box, convex, disc, ellipse, stroke, triangle, union, without } from "./shape.ts";
import type { Shape } from "./shape.ts";

const SHAPES: readonly (readonly [string, Shape])[] = [
  ["disc", disc(0.1, -0.2, 0.4)],
  ["ellipse", ellipse([0.2, 0], [0.8, 0.3])],
  ["box", box([-0.5, -0.2], [0.4, 0.6])],
  ["triangle", triangle([-0.5, -0.5], [0, 0.8], [0.6, -0.3])],
  ["triangle turning the other way", triangle([0.6, -0.3], [0, 0.8], [-0.5, -0.5])],
  ["stroke", stroke([-0.5, -0.5], [0.3, 0.6], 0.2)],
  ["half plane", below(-0.1)],
  ["union", union(disc(-0.3, 0, 0.3), disc(0.3, 0, 0.3))],
  ["crescent", without(disc(0, 0, 0.7), disc(0.4, 0, 0.6))],
];

/** The steepest slope between neighbouring points, which must not exceed 1. */
function steepest(shape: Shape, draw: Random): number {
  let slope = 0;
  for (let i = 0; i < 2000; i++) {
    const [x, y] = [3 * draw.uniform() - 1.5, 3 * draw.uniform() - 1.5];
    const angle = 2 * Math.PI * draw.uniform();
    const far = 0.3 * draw.uniform() + 1e-3;
    const moved = shape(x + far * Math.cos(angle), y + far * Math.sin(angle));
    slope = Math.max(slope, Math.abs(moved - shape(x, y)) / far);
  }
  return slope;
}

describe("a shape", () => {
  it.each(SHAPES)("never changes faster than the point moves: %s", (_name, shape) => {
    expect(steepest(shape, new Random("slopes"))).toBeLessThan(1 + 1e-9);
  });

  it.each(DRAWINGS.map((drawing) => [drawing.name, drawing] as const))(
    "keeps to that in every layer of a %s",
    (_name, drawing) => {
      const draw = new Random("layers");
      for (let time = 0; time < 5; time++)
        for (const { shape } of drawing.layers(drawPalette(draw, drawing.taste), draw))
          expect(steepest(shape, draw)).toBeLessThan(1 + 1e-9);
    },
  );

  it("is negative inside and positive outside, whichever way its corners turn", () => {
    const corners = [
      [-1, -1],
      [1, -1],
      [0, 1],
    ] as const;
    for (const shape of [convex(corners), convex(corners.toReversed())]) {
      expect(shape(0, -0.5)).toBeLessThan(0);
      expect(shape(0, 1.5)).toBeGreaterThan(0);
    }
  });
});
