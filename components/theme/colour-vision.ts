/** Linear-light red, green and blue, each from 0 to 1. */
export type LinearColour = readonly [number, number, number];

type Matrix = readonly [LinearColour, LinearColour, LinearColour];

export const VISIONS = ["full", "deuteranopia", "protanopia", "tritanopia"] as const;
export type Vision = (typeof VISIONS)[number];

/**
 * What each kind of vision sees, on linear RGB, at full severity. G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
 * “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15(6), 2009, table 1.
 */
const MATRICES: Readonly<Record<Vision, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export function linearColour(hex: string): LinearColour {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

export function seenWith(vision: Vision, colour: LinearColour): LinearColour {
  const [red, green, blue] = MATRICES[vision].map((row) =>
    Math.max(0, Math.min(1, dot(row, colour))),
  );
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** CIE 1976 colour difference (ΔE*ab, white D65): about 2.3 is just noticeable side by side. */
export function colourDifference(first: LinearColour, second: LinearColour): number {
  const [a, b] = [lab(first), lab(second)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** WCAG 2.2 contrast ratio, from 1 to 21. */
export function contrast(first: LinearColour, second: LinearColour): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: LinearColour): number {
  return dot([0.2126, 0.7152, 0.0722], colour);
}

function lab(colour: LinearColour): LinearColour {
  const compress = (t: number) =>
    t > 216 / 24_389 ? Math.cbrt(t) : (t * 24_389) / 27 / 116 + 16 / 116;
  const x = compress(dot([0.4124, 0.3576, 0.1805], colour) / 0.9505);
  const y = compress(luminance(colour));
  const z = compress(dot([0.0193, 0.1192, 0.9505], colour) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function dot(row: LinearColour, colour: LinearColour): number {
  return row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2];
}
