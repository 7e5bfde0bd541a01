import type { Ground } from "./use-ground.ts";

/** Lightness, and how far towards red and towards yellow: Björn Ottosson’s OKLab (2020), in which equal steps look equal. */
export type Oklab = readonly [number, number, number];

interface Ends {
  readonly paper: string;
  readonly below: string;
  readonly above: string;
  /** For what lies beyond either end. */
  readonly farBelow: string;
  readonly farAbove: string;
}

/** Blue below, vermilion above: both ends as far from paper, and as light or dark, as each other. A test holds them. */
export const ENDS: Readonly<Record<Ground, Ends>> = {
  light: {
    paper: "#fbfaf7",
    below: "#2266a4",
    above: "#a24112",
    farBelow: "#002e5d",
    farAbove: "#511900",
  },
  dark: {
    paper: "#151412",
    below: "#67aaed",
    above: "#e88855",
    farBelow: "#c7eaff",
    farAbove: "#ffdeba",
  },
};

/** Steps from paper to either end; more cannot be told apart. */
const STEPS = 64;

/** Colours as a canvas stores them, from far below through paper to far above. */
export interface ColourTable {
  readonly rgba: Uint8ClampedArray;
  /** The place of a colour: `share` is −1 at the lower end and 1 at the upper; not a number for none. */
  readonly placeOf: (share: number) => number;
}

const tables = new Map<Ground, ColourTable>();

export function colourTable(ground: Ground): ColourTable {
  const known = tables.get(ground);
  if (known) return known;
  const { farBelow, farAbove } = ENDS[ground];
  const shares = Array.from({ length: 2 * STEPS + 1 }, (_, i) => i / STEPS - 1);
  const colours = [farBelow, ...shares.map((share) => divergingColour(ground, share)), farAbove];
  const rgba = Uint8ClampedArray.from(colours.flatMap((hex) => [...bytesOf(hex), 255]));
  const made: ColourTable = {
    rgba,
    placeOf: (share) => {
      if (share < -1) return 0;
      if (share > 1) return colours.length - 1;
      return 1 + STEPS + Math.round(share * STEPS);
    },
  };
  tables.set(ground, made);
  return made;
}

/** From −1, the lower end, by way of paper at 0 to 1, the upper. */
export function divergingColour(ground: Ground, share: number): string {
  const { paper, below, above } = ENDS[ground];
  const from = oklab(paper);
  const to = oklab(share < 0 ? below : above);
  const part = Math.abs(share);
  const mixed = from.map((value, i) => value + ((to[i] ?? 0) - value) * part);
  return hexOf([mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0]);
}

export function oklab(hex: string): Oklab {
  const [r, g, b] = bytesOf(hex).map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Oklab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear.map((value) => {
    const light = Math.max(0, Math.min(1, value));
    const shown = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
    return Math.round(255 * shown)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${bytes.join("")}`;
}

function bytesOf(hex: string): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
}
