import { box, disc, ellipse, stroke, triangle, union } from "./shape.ts";
import { between } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";

/** A crown on a trunk: round and leafy, or two tiers of fir. */
export const tree: Drawing = {
  name: "tree",
  taste: { hue: 0.33, daylight: 0.65 },
  tilt: 0.12,
  layers: (palette, draw) => {
    const width = between(draw, 0.5, 0.7);
    const leafy = union(
      disc(-0.6 * width, 0.15, 0.7 * width),
      disc(0.6 * width, 0.15, 0.7 * width),
      disc(0, 0.5, 0.75 * width),
    );
    const fir = union(
      triangle([-1.15 * width, -0.3], [0, 0.6], [1.15 * width, -0.3]),
      triangle([-0.85 * width, 0.2], [0, 1], [0.85 * width, 0.2]),
    );
    const trunk = between(draw, 0.13, 0.2);
    return [
      { shape: box([-trunk, -1], [trunk, 0]), colour: palette.accent },
      { shape: draw.uniform() < 0.5 ? leafy : fir, colour: palette.body },
    ];
  },
};

/** Petals round a heart of another colour, on a stem with a leaf. */
export const flower: Drawing = {
  name: "flower",
  taste: { hue: 0.9, daylight: 0.5 },
  tilt: 0.3,
  layers: (palette, draw) => {
    const count = 5 + draw.below(2);
    const reach = between(draw, 0.42, 0.5);
    const turn = draw.uniform();
    const petals = Array.from({ length: count }, (_, i) => {
      const angle = (2 * Math.PI * (i + turn)) / count;
      return disc(reach * Math.cos(angle), 0.25 + reach * Math.sin(angle), 1.3 / count);
    });
    return [
      { shape: stroke([0, 0], [0, -1], 0.13), colour: palette.accent },
      { shape: ellipse([0.25, -0.75], [0.25, 0.12]), colour: palette.accent },
      { shape: union(...petals), colour: palette.body },
      { shape: disc(0, 0.25, 0.27), colour: palette.detail },
    ];
  },
};
