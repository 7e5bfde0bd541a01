import { disc, ellipse, stroke, triangle, union } from "./shape.ts";
import { between } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";

/** From the side: an oval body with a forked tail, a gill and an eye. */
export const fish: Drawing = {
  name: "fish",
  taste: { hue: 0.05, daylight: 0.5 },
  tilt: 0.35,
  layers: (palette, draw) => {
    const girth = between(draw, 0.4, 0.55);
    const fork = between(draw, 0.55, 0.75);
    return [
      { shape: triangle([-0.25, 0.08], [-1.1, fork], [-0.9, -0.08]), colour: palette.body },
      { shape: triangle([-0.25, -0.08], [-1.1, -fork], [-0.9, 0.08]), colour: palette.body },
      { shape: ellipse([0.3, 0], [0.75, girth]), colour: palette.body },
      { shape: stroke([0.2, 0.6 * girth], [0.2, -0.6 * girth], 0.07), colour: palette.accent },
      { shape: disc(0.6, 0.12, 0.14), colour: palette.detail },
    ];
  },
};

/** From the front: a round head with two pointed ears, two eyes and a nose. */
export const cat: Drawing = {
  name: "cat",
  taste: { hue: 0.07, daylight: 0.6 },
  tilt: 0.2,
  layers: (palette, draw) => {
    const width = between(draw, 0.72, 0.85);
    const tip = between(draw, 0.85, 1);
    const apart = between(draw, 0.3, 0.36);
    const ears = union(
      triangle([-width, 0], [-0.8 * width, tip], [-0.1, 0.35]),
      triangle([width, 0], [0.8 * width, tip], [0.1, 0.35]),
    );
    return [
      { shape: ears, colour: palette.body },
      { shape: ellipse([0, -0.2], [width, 0.65]), colour: palette.body },
      { shape: union(disc(-apart, -0.08, 0.16), disc(apart, -0.08, 0.16)), colour: palette.detail },
      { shape: triangle([-0.15, -0.38], [0.15, -0.38], [0, -0.58]), colour: palette.accent },
    ];
  },
};
