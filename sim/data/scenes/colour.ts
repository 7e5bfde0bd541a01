import type { Random } from "../../contract/random.ts";

/** Red, green and blue, each about −1 (none) to 1 (full). */
export type Colour = readonly [red: number, green: number, blue: number];

/** Hue goes once round the wheel from 0 (red) to 1; saturation is how far the channels part. */
export function colour(hue: number, saturation: number, lightness: number): Colour {
  const channel = (place: number): number =>
    lightness + saturation * Math.cos(2 * Math.PI * (hue - place / 3));
  return [channel(0), channel(1), channel(2)];
}

/** The colours of one scene. Body and sky always differ in lightness, so that the shape shows. */
export interface Palette {
  readonly sky: Colour;
  readonly ground: Colour;
  /** The main part of the thing. */
  readonly body: Colour;
  /** A second part that stands out from both body and sky: a roof, a petal's heart, a sail. */
  readonly accent: Colour;
  /** Small things on the body: doors, eyes, windows. */
  readonly detail: Colour;
}

/** What a class likes, without insisting on it. */
export interface Taste {
  /** Hue of the body, as in `colour`. */
  readonly hue: number;
  /** How often the sky is lighter than the body, 0 to 1. */
  readonly daylight: number;
}

/**
 * How often a body has its class's own hue; else any will do, so that colour alone does not decide.
 */
const FAITHFUL = 0.5;

export function drawPalette(draw: Random, taste: Taste): Palette {
  const day = draw.uniform() < taste.daylight;
  const towards = day ? 1 : -1;
  const near = (middle: number, spread: number): number => middle + spread * draw.normal();
  const hue = draw.uniform() < FAITHFUL ? near(taste.hue, 0.06) : draw.uniform();
  const skyHue = draw.uniform() < FAITHFUL ? near(0.6, 0.05) : draw.uniform();
  return {
    sky: colour(skyHue, 0.1 + 0.2 * draw.uniform(), near(0.45 * towards, 0.1)),
    ground: colour(draw.uniform(), 0.1 + 0.2 * draw.uniform(), near(0.05 * towards, 0.12)),
    body: colour(hue, 0.2 + 0.3 * draw.uniform(), near(-0.4 * towards, 0.1)),
    accent: colour(draw.uniform(), 0.3 + 0.3 * draw.uniform(), near(-0.05 * towards, 0.15)),
    detail: colour(draw.uniform(), 0.1 + 0.2 * draw.uniform(), near(0.6 * towards, 0.1)),
  };
}
