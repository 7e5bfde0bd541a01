import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { colourDifference, contrast, linearColour, seenWith, VISIONS } from "./colour-vision.ts";
import { laneStyle, laneStyles, MAIN_LANES, OTHER_LANES } from "./lane-styles.ts";

const GROUNDS = ["light", "dark"] as const;
const tokens = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const all = [...Object.values(MAIN_LANES), ...OTHER_LANES];

/** Far more than a just noticeable difference, since thin lines are seen apart and not side by side. */
const CLEARLY_DIFFERENT = 20;
const JUST_NOTICEABLE = 2.3;

/** The two values of a token: on light ground, and on dark. */
function token(name: string): Readonly<Record<"light" | "dark", string>> {
  const found = new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(tokens);
  return { light: found?.[1] ?? "", dark: found?.[2] ?? "" };
}

describe("the style of a lane", () => {
  it("is fixed for the four of the paper, wherever they stand", () => {
    expect(laneStyle("batch-norm", 0)).toBe(laneStyle("batch-norm", 3));
    expect(laneStyle("power-norm-v", 1).dash).toEqual([6, 3]);
  });

  it("differs between others that stand beside each other", () => {
    const styles = [0, 1, 2, 3].map((position) => laneStyle("group-norm", position));
    expect(new Set(styles.map(({ cssVariable }) => cssVariable)).size).toBe(4);
  });

  it("is shared by no two of up to four lanes, in colour and in dash", () => {
    const ids = catalogue.normalisers.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }), (lanes) => {
        const styles = laneStyles(lanes);
        expect(new Set(styles.map(({ cssVariable }) => cssVariable)).size).toBe(lanes.length);
        const looks = styles.map(({ colour, dash }) => `${colour.light} ${dash.join(" ")}`);
        expect(new Set(looks).size).toBe(lanes.length);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it("stays when a lane of the paper before it is taken out", () => {
    const [, , group] = laneStyles(["batch-norm", "layer-norm", "group-norm"]);
    expect(laneStyles(["layer-norm", "group-norm"])[1]).toBe(group);
  });

  it("refuses a position that is no position", () => {
    expect(() => laneStyle("group-norm", -1)).toThrow("got -1");
  });

  it("is the same in tokens.css", () => {
    for (const { cssVariable, colour } of all) expect(token(cssVariable)).toEqual(colour);
  });

  it("has a dash of its own, save for BN and PN, which are solid", () => {
    const dashes = all.map(({ dash }) => dash.join(" "));
    expect(new Set(dashes).size).toBe(dashes.length - 1);
  });
});

describe.each(GROUNDS)("on %s ground", (ground) => {
  const papers = ["--paper", "--paper-warm"].map((name) => linearColour(token(name)[ground]));

  it("every lane's name can be read: 4.5 to 1, which is more than the 3 to 1 its line needs", () => {
    for (const { colour } of all)
      for (const paper of papers)
        expect(contrast(linearColour(colour[ground]), paper)).toBeGreaterThanOrEqual(4.5);
  });

  it("ink can be read, and the edges of controls seen", () => {
    for (const paper of papers) {
      const against = (name: string) => contrast(linearColour(token(name)[ground]), paper);
      expect(against("--ink")).toBeGreaterThanOrEqual(7);
      expect(against("--ink-secondary")).toBeGreaterThanOrEqual(4.5);
      expect(against("--control-edge")).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(VISIONS)("any two lanes differ by colour or by dash with %s vision", (vision) => {
    const seen = all.map(({ colour }) => seenWith(vision, linearColour(colour[ground])));
    for (const [i, first] of all.entries())
      for (const [j, second] of all.entries()) {
        const [a, b] = [seen[i], seen[j]];
        if (i >= j || !a || !b) continue;
        const differs = first.dash.join(" ") !== second.dash.join(" ");
        expect(differs || colourDifference(a, b) > CLEARLY_DIFFERENT).toBe(true);
      }
  });

  it.each(VISIONS)("the four of the paper differ by colour alone with %s vision", (vision) => {
    const seen = Object.values(MAIN_LANES).map(({ colour }) =>
      seenWith(vision, linearColour(colour[ground])),
    );
    for (const [i, a] of seen.entries())
      for (const b of seen.slice(i + 1))
        expect(colourDifference(a, b)).toBeGreaterThan(3 * JUST_NOTICEABLE);
  });
});
