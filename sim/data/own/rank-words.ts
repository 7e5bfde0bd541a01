import type { OwnLines } from "../../contract/own-data.ts";

/** The words of a text by falling frequency, each perhaps in several spellings. */
export interface RankedWords {
  readonly words: readonly string[];
  /** Tokens of each. */
  readonly counts: readonly number[];
  /** Which of `words` each of the table's spellings is, int32 [spellings] */
  readonly rankOf: Int32Array;
}

/** Counts the words of a table; with `lowerCase`, spellings that differ in capital letters are one word. */
export function rankWords({ words, tokens }: OwnLines, lowerCase: boolean): RankedWords {
  const perSpelling = new Int32Array(words.length);
  for (const token of tokens) if (token >= 0) perSpelling[token] = (perSpelling[token] ?? 0) + 1;
  const spelt = words.map((word) => (lowerCase ? word.toLowerCase() : word));
  const counts = new Map<string, number>();
  spelt.forEach((word, id) => counts.set(word, (counts.get(word) ?? 0) + (perSpelling[id] ?? 0)));
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const ranks = new Map(ranked.map(([word], rank) => [word, rank]));
  return {
    words: ranked.map(([word]) => word),
    counts: ranked.map(([, count]) => count),
    rankOf: Int32Array.from(spelt, (word) => ranks.get(word) ?? -1),
  };
}
