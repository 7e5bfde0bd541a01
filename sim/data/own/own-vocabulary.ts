import type { OwnLines } from "../../contract/own-data.ts";
import { unknown } from "../batching/vocabulary.ts";
import { rankWords } from "./rank-words.ts";

/** Padding, start, end and unknown stand before the words. */
const SPECIAL_WORDS = ["<pad>", "<s>", "</s>", "<unk>"] as const;

export interface OwnVocabulary {
  /** Words by id. */
  readonly words: readonly string[];
  /** The id of each of the table's words and, last, of those it did not keep, int32 [words + 1] */
  readonly idOf: Int32Array;
}

/** The commonest words of a text; with the special ones, no more than `vocabulary`. */
export function ownVocabulary(
  lines: OwnLines,
  { vocabulary, lowerCase }: { readonly vocabulary: number; readonly lowerCase: boolean },
): OwnVocabulary {
  const { words, rankOf } = rankWords(lines, lowerCase);
  const kept = words.slice(0, vocabulary - SPECIAL_WORDS.length);
  const idOf = new Int32Array(rankOf.length + 1).fill(unknown);
  rankOf.forEach((rank, word) => {
    if (rank < kept.length) idOf[word] = rank + SPECIAL_WORDS.length;
  });
  return { words: [...SPECIAL_WORDS, ...kept], idOf };
}

/** A line of ids as it may be read. */
export function wordsOf(ids: Int32Array, words: readonly string[]): string {
  return Array.from(ids, (id) => words[id] ?? "").join(" ");
}
