import { expect, it } from "vitest";
import { colourDifference, linearColour, seenWith, VISIONS } from "./colour-vision.ts";
import { colourTable, divergingColour, ENDS, oklab } from "./diverging-scale.ts";

const GROUNDS = ["light", "dark"] as const;
const TENTHS = Array.from({ length: 21 }, (_, i) => i / 10 - 1);

function apart(a: string, b: string): number {
  const [first, second] = [oklab(a), oklab(b)];
  return Math.hypot(...first.map((value, i) => value - (second[i] ?? 0)));
}

it("goes from one end to the other in steps that look equal, paper in the middle", () => {
  for (const ground of GROUNDS) {
    const colours = TENTHS.map((share) => divergingColour(ground, share));
    expect(colours[10]).toBe(ENDS[ground].paper);
    const steps = colours.slice(1).map((colour, i) => apart(colour, colours[i] ?? ""));
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.1);
  }
});

it("is symmetric: as far below paper is as dark as as far above", () => {
  for (const ground of GROUNDS)
    for (const share of TENTHS) {
      const [above] = oklab(divergingColour(ground, Math.abs(share)));
      const [below] = oklab(divergingColour(ground, -Math.abs(share)));
      expect(Math.abs(above - below)).toBeLessThan(0.01);
    }
});

it("tells below from above, and what is beyond from the ends, whatever the vision", () => {
  for (const ground of GROUNDS)
    for (const vision of VISIONS) {
      const seen = (hex: string) => seenWith(vision, linearColour(hex));
      const { below, above, farBelow, farAbove } = ENDS[ground];
      expect(colourDifference(seen(below), seen(above))).toBeGreaterThan(25);
      expect(colourDifference(seen(below), seen(farBelow))).toBeGreaterThan(15);
      expect(colourDifference(seen(above), seen(farAbove))).toBeGreaterThan(15);
    }
});

it("finds the colour of any share, infinite ones at the far ends", () => {
  const { rgba, placeOf } = colourTable("light");
  const hexAt = (share: number) =>
    `#${[...rgba.subarray(4 * placeOf(share), 4 * placeOf(share) + 3)]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("")}`;
  expect(hexAt(0)).toBe(ENDS.light.paper);
  expect(hexAt(1)).toBe(divergingColour("light", 1));
  expect(hexAt(-1)).toBe(divergingColour("light", -1));
  expect(hexAt(Infinity)).toBe(ENDS.light.farAbove);
  expect(hexAt(-1.001)).toBe(ENDS.light.farBelow);
});
