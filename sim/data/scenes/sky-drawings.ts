import { below, disc, stroke, triangle, union, without } from "./shape.ts";
import type { Shape } from "./shape.ts";
import { between } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";

/** A sun with rays, half risen from the sea, and a line of its light on the water. */
export const sun: Drawing = {
  name: "sun",
  taste: { hue: 0.08, daylight: 0.35 },
  tilt: 0.12,
  layers: (palette, draw) => {
    const horizon = between(draw, -0.35, -0.15);
    const radius = between(draw, 0.62, 0.75);
    const rays = Array.from({ length: 5 }, (_, i) => ray(((i + 1) * Math.PI) / 6, horizon, radius));
    return [
      { shape: union(...rays), colour: palette.body },
      { shape: disc(0, horizon, radius), colour: palette.body },
      { shape: below(horizon), colour: palette.accent },
      { shape: stroke([-0.55, horizon - 0.4], [0.55, horizon - 0.4], 0.09), colour: palette.body },
    ];
  },
};

function ray(angle: number, horizon: number, radius: number): Shape {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const [near, far] = [radius + 0.16, radius + 0.5];
  return stroke([near * x, horizon + near * y], [far * x, horizon + far * y], 0.17);
}

/** A crescent, thick or thin, among a few stars. */
export const moon: Drawing = {
  name: "moon",
  taste: { hue: 0.15, daylight: 0.2 },
  tilt: 0.4,
  layers: (palette, draw) => {
    const bite = between(draw, 0.4, 0.55);
    const stars = Array.from({ length: 4 }, () =>
      disc(between(draw, 0.35, 1), between(draw, -0.8, 0.9), 0.09),
    );
    return [
      { shape: union(...stars), colour: palette.body },
      {
        shape: without(disc(-0.1, 0, 0.85), disc(-0.1 + bite, 0.1, 0.68)),
        colour: palette.body,
      },
    ];
  },
};

/** A snow-capped peak before a lower one; both run out of the picture at its foot. */
export const mountain: Drawing = {
  name: "mountain",
  taste: { hue: 0.7, daylight: 0.7 },
  tilt: 0.08,
  layers: (palette, draw) => {
    const peak = between(draw, 0.65, 0.95);
    const snow = between(draw, 0.4, 0.6);
    // The cap is the top of the same triangle, so its sides lie on the slopes.
    const half = (1.4 * snow) / (peak + 1.4);
    return [
      { shape: triangle([-0.4, -1.4], [0.75, peak - 0.5], [2, -1.4]), colour: palette.accent },
      { shape: triangle([-1.6, -1.4], [-0.2, peak], [1.2, -1.4]), colour: palette.body },
      {
        shape: triangle([-0.2 - half, peak - snow], [-0.2, peak], [-0.2 + half, peak - snow]),
        colour: palette.detail,
      },
    ];
  },
};
