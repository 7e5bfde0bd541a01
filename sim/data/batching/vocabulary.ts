/** Ids of the words that are no words; 0 is padding, as in a fresh array. */
export const start = 1;
export const end = 2;
export const unknown = 3;

export interface Vocabulary {
  /** Words by id. */
  readonly words: readonly string[];
  readonly idOf: (word: string) => number;
}

/** One dictionary for all the sentences, whatever their language; the commonest words come first. */
export function countVocabulary(sentences: Iterable<readonly string[]>): Vocabulary {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const words = ["<pad>", "<s>", "</s>", "<unk>", ...sorted.map(([word]) => word)];
  const ids = new Map(words.map((word, id) => [word, id]));
  return { words, idOf: (word) => ids.get(word) ?? unknown };
}
