import { expect, it } from "vitest";
import type { PairsFound } from "../../sim/contract/own-data.ts";
import { foundSentences } from "./own-data-words.ts";

const found: PairsFound = {
  kind: "pairs",
  format: "a table of two columns",
  pairs: 30,
  empty: 2,
  tooLong: 1,
  lengths: Int32Array.from({ length: 65 }, (_, length) => (length > 10 && length <= 40 ? 1 : 0)),
  tokens: 1000,
  coverage: {
    asWritten: Int32Array.from({ length: 100 }, (_, rank) => 9 * (rank + 1)),
    lowerCase: Int32Array.from({ length: 80 }, (_, rank) => 12.5 * (rank + 1)),
  },
  examples: [],
};

it("counts pairs that the settings leave out, and tokens that they leave unknown", () => {
  const values = { longest: 35, vocabulary: 64, lowerCase: true };
  expect(foundSentences(found, values)).toEqual([
    "30 pairs of up to 40 tokens.",
    "Left out: 2 that have an empty side; 1 that have a side of more than 64 tokens; 5 that are longer than “Longest sentence”, 35.",
    "60 of 80 different words are kept, lower-cased; 25.0 % of the tokens are <unk>.",
  ]);
});

it("says how many words are kept where all are, and what is unknown even then", () => {
  const values = { longest: 40, vocabulary: 2048, lowerCase: false };
  expect(foundSentences(found, values).at(-1)).toBe(
    "100 of 100 different words are kept; 10.0 % of the tokens are <unk>.",
  );
});
