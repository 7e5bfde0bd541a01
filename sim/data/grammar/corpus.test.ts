import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../contract/random.ts";
import { admitLemmas } from "./admit-lemmas.ts";
import { writeCorpus, type Pair } from "./corpus.ts";
import { readLexicon } from "./lexicon.ts";
import { countVocabulary, unknown } from "../batching/vocabulary.ts";

const lexicon = readLexicon();
const usual = admitLemmas(lexicon, 512);

function corpus(seed: number, options: { pairs?: number; longest?: number; zipf?: number } = {}) {
  return writeCorpus(
    usual,
    { pairs: 500, heldOut: 256, longest: 24, zipf: 1, ...options },
    new Random(seed),
  );
}

function sentences(pairs: readonly Pair[]): string[] {
  return pairs.flatMap(({ german, english }) => [german.join(" "), english.join(" ")]);
}

/** The share of the two commonest nouns of each topic among all nouns. */
function headShare(zipf: number): number {
  const nouns = new Set(lexicon.nouns.map((noun) => noun.german.singular));
  const { training } = corpus(1, { zipf, pairs: 2000 });
  const counts = new Map<string, number>();
  for (const { german } of training)
    for (const word of german) if (nouns.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  return sorted.slice(0, 24).reduce((sum, count) => sum + count, 0) / total;
}

describe("a corpus", () => {
  it("has sentences of 3 to `longest` tokens, all of them in the dictionary", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 6, max: 40 }), (seed, longest) => {
        const { training, heldOut } = corpus(seed, { pairs: 60, longest });
        const { idOf } = countVocabulary(training.flatMap((pair) => [pair.german, pair.english]));
        for (const { german, english } of [...training, ...heldOut])
          for (const words of [german, english]) {
            expect(words.length).toBeGreaterThanOrEqual(3);
            expect(words.length).toBeLessThanOrEqual(longest);
            expect(words.map(idOf)).not.toContain(unknown);
          }
      }),
      { numRuns: 25 },
    );
  });

  it.each([128, 160, 192, 256, 320, 448, 576, 768, 1024, 4096])(
    "keeps to the words that a cap of %i admits",
    (cap) => {
      const admission = admitLemmas(lexicon, cap);
      const { training } = writeCorpus(
        admission,
        { pairs: 1500, heldOut: 256, longest: 40, zipf: 0.5 },
        new Random(cap),
      );
      const words = new Set(training.flatMap((pair) => [...pair.german, ...pair.english]));
      expect([...words].filter((word) => !admission.words.has(word))).toEqual([]);
    },
  );

  it("never shares a sentence between training and what is held out", () => {
    const { training, heldOut } = corpus(3, { pairs: 2000 });
    expect(training).toHaveLength(2000);
    expect(heldOut).toHaveLength(256);
    const known = new Set(sentences(training));
    expect(sentences(heldOut).filter((sentence) => known.has(sentence))).toEqual([]);
  });

  it("repeats no pair", () => {
    const all = corpus(4, { pairs: 2000 }).training.map(({ german }) => german.join(" "));
    expect(new Set(all).size).toBe(all.length);
  });

  it("is the same for the same seed and another for another", () => {
    expect(corpus(5)).toEqual(corpus(5));
    expect(sentences(corpus(6).training)).not.toEqual(sentences(corpus(5).training));
  });

  it("uses its commonest words more with a larger Zipf exponent", () => {
    expect(headShare(2)).toBeGreaterThan(headShare(1) + 0.05);
    expect(headShare(1)).toBeGreaterThan(headShare(0) + 0.05);
  });

  it("writes fewer pairs rather than the same twice when it has no more to say", () => {
    const narrow = admitLemmas(lexicon, 128);
    const { training, heldOut } = writeCorpus(
      narrow,
      { pairs: 20000, heldOut: 256, longest: 6, zipf: 1 },
      new Random(1),
    );
    expect(training.length).toBeGreaterThan(200);
    expect(training.length).toBeLessThan(20000);
    expect(heldOut.length).toBeGreaterThan(50);
  });
});
