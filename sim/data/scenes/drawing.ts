import type { Random } from "../../contract/random.ts";
import type { Colour, Palette, Taste } from "./colour.ts";
import type { Shape } from "./shape.ts";

/** One shape filled with one colour. */
export interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

/** A class of pictures. */
export interface Drawing {
  readonly name: string;
  readonly taste: Taste;
  /** How far it may be turned either way, in radians. */
  readonly tilt: number;
  /**
   * The thing in its own frame, −1 to 1 both ways and y up, from the farthest layer to the nearest.
   */
  layers(palette: Palette, draw: Random): readonly Layer[];
}

/** A measure of a drawing that differs from picture to picture. */
export function between(draw: Random, low: number, high: number): number {
  return low + (high - low) * draw.uniform();
}
