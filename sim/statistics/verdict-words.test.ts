import { expect, it } from "vitest";
import { pairedDifference } from "./paired-difference.ts";
import { decimalsFor, intervalWords, signed, verdictWords } from "./verdict-words.ts";

const lower = pairedDifference([1, 2, 3], [1.5, 2.6, 3.4]);
const none = pairedDifference([1, 2, 3], [2, 1, 3.5]);

it("says which lane is lower, or plainly that there is no difference", () => {
  expect(verdictWords(lower, "PN", "LN")).toBe("PN is lower than LN");
  expect(verdictWords(none, "PN", "LN")).toBe("no difference");
  expect(verdictWords(null, "PN", "LN")).toBe("too few seeds to say");
});

it("writes an interval with the digits that its width can carry", () => {
  expect(lower && intervalWords(lower)).toBe("−0.75 to −0.25");
  expect(decimalsFor({ low: 0.0301, high: 0.0305 })).toBe(5);
  expect(decimalsFor({ low: -20, high: 30 })).toBe(0);
});

it("never writes minus zero", () => {
  expect(signed(-0.0001, 2)).toBe("0.00");
  expect(signed(-0.01, 2)).toBe("−0.01");
});
