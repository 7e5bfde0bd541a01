import type { Random } from "../../contract/random.ts";
import { paintBackdrop } from "./backdrop.ts";
import { Canvas } from "./canvas.ts";
import type { Frame } from "./canvas.ts";
import { colour, drawPalette } from "./colour.ts";
import { between } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { light } from "./lighting.ts";
import { disc, stroke } from "./shape.ts";

/** How many pictures have something in front of the thing. */
const OCCLUDED = 0.4;

/** What a renderer needs besides the class and its chance. */
export interface View {
  /** Used again for every picture. */
  readonly canvas: Canvas;
  readonly colourVariance: number;
}

/**
 * One picture, float32 [size, size, 3] between −1 and 1; the same draw gives the same scene at
 * every size.
 */
export function renderScene(drawing: Drawing, draw: Random, view: View): Float32Array {
  const { canvas } = view;
  const palette = drawPalette(draw, drawing.taste);
  paintBackdrop(canvas, palette, draw);
  const frame = placeThing(draw, drawing.tilt);
  for (const layer of drawing.layers(palette, draw)) canvas.fill(layer.shape, layer.colour, frame);
  if (draw.uniform() < OCCLUDED) occlude(canvas, draw);
  const pixels = canvas.pixels();
  light(pixels, draw, view.colourVariance);
  return pixels;
}

function placeThing(draw: Random, tilt: number): Frame {
  const scale = between(draw, 0.72, 0.98);
  // Larger things have less room to move.
  const room = 1.12 - scale;
  return {
    centreX: between(draw, -room, room),
    centreY: between(draw, -room, room),
    scale,
    angle: between(draw, -tilt, tilt),
    mirrored: draw.uniform() < 0.5,
  };
}

/** A post across the picture or a blob at its side, away from the middle, in any colour. */
function occlude(canvas: Canvas, draw: Random): void {
  const paint = colour(draw.uniform(), 0.2, between(draw, -0.7, 0.7));
  const angle = 2 * Math.PI * draw.uniform();
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  if (draw.uniform() < 0.5) {
    const away = between(draw, 0.3, 0.7);
    const post = stroke(
      [away * x - 2 * y, away * y + 2 * x],
      [away * x + 2 * y, away * y - 2 * x],
      between(draw, 0.12, 0.25),
    );
    canvas.fill(post, paint);
  } else {
    const away = between(draw, 0.6, 0.9);
    canvas.fill(disc(away * x, away * y, between(draw, 0.2, 0.36)), paint);
  }
}
