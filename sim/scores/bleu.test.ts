import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bleuOf, corpusBleu, countBleu } from "./bleu.ts";
import type { Judged } from "./bleu.ts";
import { splitAtSpaces, tokenise13a } from "./tokenise.ts";

interface BleuVectors {
  /** Where the figures are from. */
  readonly sources: Readonly<Record<string, string>>;
  readonly cases: readonly {
    readonly name: string;
    readonly source: string;
    readonly tokenise: "none" | "13a";
    readonly score: number;
    readonly tolerance: number;
    readonly sentences: readonly Judged[];
  }[];
}

const file = new URL("bleu-vectors.json", import.meta.url);
// A file of our own beside this one; a wrong shape fails the tests below.
const { sources, cases } = JSON.parse(readFileSync(file, "utf8")) as BleuVectors;
const tokenisers = { none: splitAtSpaces, "13a": tokenise13a } as const;

describe("corpus BLEU", () => {
  it.each(cases)("$name ($tokenise): $score", ({ tokenise, score, tolerance, sentences }) => {
    const found = corpusBleu(sentences, tokenisers[tokenise]);
    expect(Math.abs(found - score)).toBeLessThanOrEqual(tolerance);
  });

  it("is held to at least thirty cases, each with a source", () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(cases.filter(({ source }) => sources[source] === undefined)).toEqual([]);
  });

  it("counts runs of words as sacreBLEU's own test does", () => {
    const sentence = {
      hypothesis: "am I am a character sequence",
      references: ["I am a symbol string sequence a a"],
    };
    expect(countBleu([sentence], splitAtSpaces)).toEqual({
      matched: [4, 2, 1, 0],
      total: [6, 5, 4, 3],
      length: 6,
      referenceLength: 8,
    });
  });

  it("is computed from counts as sacreBLEU's own tests do", () => {
    const counts = { matched: [9, 7, 5, 3], total: [10, 8, 6, 4], length: 11, referenceLength: 11 };
    expect(bleuOf(counts)).toBeCloseTo(83.75922397, 6);
    const nothing = [0, 0, 0, 0];
    for (const total of [[4, 4, 2, 1], [10, 11, 12, 0], nothing])
      expect(bleuOf({ matched: nothing, total, length: 14, referenceLength: 10 })).toBe(0);
  });

  it("is 0 for no sentence at all", () => {
    expect(corpusBleu([])).toBe(0);
  });

  it("refuses a sentence without a reference, quoting it", () => {
    expect(() => corpusBleu([{ hypothesis: "a cat", references: [""] }])).toThrow('"a cat"');
  });
});

describe("the words of 13a", () => {
  it.each([
    ["Hello, world!", "Hello , world !"],
    ["3.14 and 1,000.", "3.14 and 1,000 ."],
    ["1990-1995 well-known", "1990 - 1995 well-known"],
    ["&amp;lt;", "<"],
    ["  two  spaces\t and a tab ", "two spaces and a tab"],
    ["", ""],
  ])("of “%s” are “%s”", (sentence, words) => {
    expect(tokenise13a(sentence).join(" ")).toBe(words);
  });
});
