/** A piece of a sentence, as long as all its words stand in the reference, or none does. */
export interface MatchedPiece {
  readonly text: string;
  readonly isMatched: boolean;
}

/**
 * The sentence in pieces: marked are the words of a longest common subsequence with the reference, those that stand there in
 * the same order. Words are what spaces part.
 */
export function matchedWords(sentence: string, reference: string): readonly MatchedPiece[] {
  const words = wordsOf(sentence);
  const right = wordsOf(reference);
  const lengths = commonLengths(words, right);
  const pieces: { text: string; isMatched: boolean }[] = [];
  let j = 0;
  words.forEach((word, i) => {
    // The other side's words that lead nowhere are passed by.
    while (j < right.length && word !== right[j] && at(lengths, i, j + 1) === at(lengths, i, j))
      j++;
    const isMatched = j < right.length && word === right[j];
    if (isMatched) j++;
    const last = pieces.at(-1);
    if (last?.isMatched === isMatched) last.text += ` ${word}`;
    else pieces.push({ text: word, isMatched });
  });
  return pieces;
}

/** lengths[i][j]: how many words `words` from i on and `right` from j on have in common, in order. */
function commonLengths(words: readonly string[], right: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: words.length + 1 }, () =>
    Array<number>(right.length + 1).fill(0),
  );
  for (let i = words.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      row[j] =
        words[i] === right[j]
          ? 1 + at(lengths, i + 1, j + 1)
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

function at(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.split(" ").filter((word) => word !== "");
}
