import type { OwnLines, WordsFound } from "../../contract/own-data.ts";
import { rankWords } from "./rank-words.ts";

const EXAMPLE_LETTERS = 160;

/** Counts the words of a text, with capital letters and without. */
export function wordsFound(own: OwnLines): WordsFound {
  return {
    tokens: own.tokens.length,
    coverage: {
      asWritten: cumulative(rankWords(own, false).counts),
      lowerCase: cumulative(rankWords(own, true).counts),
    },
  };
}

function cumulative(counts: readonly number[]): Int32Array {
  let sum = 0;
  return Int32Array.from(counts, (count) => (sum += count));
}

/** As much of a line as can be shown. */
export function shortened(line: string): string {
  if (line.length <= EXAMPLE_LETTERS) return line;
  const cut = line.slice(0, EXAMPLE_LETTERS);
  // Half a character would be a lone surrogate.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
