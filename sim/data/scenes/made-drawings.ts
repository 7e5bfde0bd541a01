import { below, box, convex, disc, stroke, triangle, union } from "./shape.ts";
import { between } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";

/** Walls, a gable roof of another colour, a door and a window. */
export const house: Drawing = {
  name: "house",
  taste: { hue: 0.02, daylight: 0.6 },
  tilt: 0.08,
  layers: (palette, draw) => {
    const width = between(draw, 0.6, 0.75);
    const eaves = between(draw, 0, 0.15);
    const door = between(draw, -0.3, -0.15);
    return [
      { shape: box([0.3, 0.3], [0.5, 0.9]), colour: palette.accent },
      { shape: box([-width, -0.95], [width, eaves]), colour: palette.body },
      {
        shape: triangle([-width - 0.25, eaves], [0, eaves + 0.8], [width + 0.25, eaves]),
        colour: palette.accent,
      },
      { shape: box([door - 0.15, -0.95], [door + 0.15, -0.35]), colour: palette.detail },
      { shape: box([0.15, -0.5], [0.45, -0.2]), colour: palette.detail },
    ];
  },
};

/** A hull in the water, a mast, and two sails. */
export const boat: Drawing = {
  name: "boat",
  taste: { hue: 0.55, daylight: 0.6 },
  tilt: 0.15,
  layers: (palette, draw) => {
    const top = between(draw, 0.8, 1);
    const reach = between(draw, 0.65, 0.85);
    const jib = between(draw, 0.4, 0.7);
    return [
      { shape: stroke([0, -0.5], [0, top], 0.07), colour: palette.accent },
      { shape: triangle([0.04, -0.25], [0.04, top], [reach, -0.25]), colour: palette.body },
      { shape: triangle([-0.06, -0.25], [-0.06, 0.75 * top], [-jib, -0.25]), colour: palette.body },
      {
        shape: convex([
          [-0.9, -0.42],
          [0.9, -0.42],
          [0.6, -0.85],
          [-0.6, -0.85],
        ]),
        colour: palette.accent,
      },
      { shape: below(-0.8), colour: palette.ground },
    ];
  },
};

/** From the side: a long body, a cabin with two windows, and two wheels. */
export const car: Drawing = {
  name: "car",
  taste: { hue: 0, daylight: 0.55 },
  tilt: 0.1,
  layers: (palette, draw) => {
    const roof = between(draw, 0.45, 0.65);
    const back = between(draw, -0.75, -0.5);
    const wheel = between(draw, 0.26, 0.32);
    return [
      {
        shape: convex([
          [back, 0],
          [back + 0.15, roof],
          [0.25, roof],
          [0.55, 0],
        ]),
        colour: palette.body,
      },
      { shape: box([-0.98, -0.45], [0.98, 0.08]), colour: palette.body },
      {
        shape: union(
          box([back + 0.2, 0.1], [-0.18, roof - 0.13]),
          box([-0.05, 0.1], [0.25, roof - 0.13]),
        ),
        colour: palette.detail,
      },
      {
        shape: union(disc(-0.55, -0.45, wheel), disc(0.55, -0.45, wheel)),
        colour: palette.accent,
      },
    ];
  },
};
