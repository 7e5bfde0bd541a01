import { pairsIn } from "../../contract/batch.ts";
import type { TranslationBatch } from "../../contract/batch.ts";
import type { Random } from "../../contract/random.ts";
import type { Sample, TranslationTrial, Workload } from "../../contract/workload.ts";
import { admitLemmas } from "./admit-lemmas.ts";
import { bucketsOf, type Planned } from "../batching/bucket-plan.ts";
import { writeCorpus, type Pair } from "./corpus.ts";
import { readLexicon } from "./lexicon.ts";
import { sentenceBatch } from "../batching/sentence-batch.ts";
import { heldOutBatches, trainingBatches, type TopicalPair } from "../batching/sentence-order.ts";
import { themedBatches } from "../batching/themed-batches.ts";
import { spreadPairs } from "./spread-pairs.ts";
import { countVocabulary, type Vocabulary } from "../batching/vocabulary.ts";

export interface TranslationOptions {
  readonly tokensPerBatch: number;
  readonly zipf: number;
  readonly burstiness: number;
  readonly longest: number;
  readonly vocabulary: number;
  readonly pairs: number;
  readonly heldOut: number;
  /** Held-out pairs, the shortest, that are scored by BLEU, in whole batches. */
  readonly bleuPairs: number;
  /** Evaluations from one BLEU to the next. */
  readonly bleuEvery: number;
}

const sampleCount = 6;

/** Writes the corpus and lays it out in batches. */
export function openTranslation(options: TranslationOptions, random: Random): Workload {
  const { longest } = options;
  const admission = admitLemmas(readLexicon(), options.vocabulary);
  const corpus = writeCorpus(admission, options, random);
  const vocabulary = countVocabulary(
    corpus.training.flatMap(({ german, english }) => [german, english]),
  );
  const encoded = (pairs: readonly Pair[]): TopicalPair[] =>
    pairs.map((pair) => encode(pair, vocabulary));
  const training = encoded(corpus.training);
  const heldOut = heldOutBatches(encoded(corpus.heldOut), options, random.stream("held-out order"));
  return {
    facts: { kind: "translation", vocabulary: vocabulary.words, longest: longest + 1 },
    batch: trainingBatches(training, options, random),
    themed: themedBatches(
      training,
      ({ topic }) => topic,
      random,
      (some, stream) => trainingBatches(some, options, stream),
    ),
    heldOut,
    samples: samplesOf(spreadPairs(corpus.training, sampleCount)),
    trial: trialOf(corpus.heldOut, heldOut, vocabulary, options),
  };
}

function planned({ german, english, topic }: Pair): Planned {
  return { length: Math.max(german.length, english.length) + 1, topic };
}

function encode({ german, english, topic }: Pair, { idOf }: Vocabulary): TopicalPair {
  return { source: Int32Array.from(german, idOf), target: Int32Array.from(english, idOf), topic };
}

function samplesOf(pairs: readonly Pair[]): Sample[] {
  return pairs.map(({ german, english }) => ({
    input: german.join(" "),
    output: english.join(" "),
  }));
}

/** Of the pairs whose translations are shown: as many, and none with more words, as are read at a glance. */
const shownCount = 5;
const mostShownWords = 15;

function trialOf(
  heldOut: readonly Pair[],
  batches: readonly TranslationBatch[],
  vocabulary: Vocabulary,
  { longest, tokensPerBatch, bleuPairs, bleuEvery }: TranslationOptions,
): TranslationTrial {
  const short = heldOut.filter((pair) => planned(pair).length <= mostShownWords + 1);
  const shown = spreadPairs(short.length < shownCount ? heldOut : short, shownCount);
  // One of training's own shapes, which a graphics card has met; pairs fill its first rows.
  const bucket = bucketsOf(shown.map(planned), longest, tokensPerBatch).at(-1);
  if (!bucket) throw new Error("there is no held-out pair to show");
  const encoded = shown.map((pair) => encode(pair, vocabulary));
  let counted = 0;
  return {
    shown: sentenceBatch(encoded, Math.max(bucket.rows, shown.length), bucket.length),
    pairs: samplesOf(shown),
    // Batches come in the order of their lengths.
    scored: batches.filter((batch) => {
      if (counted >= bleuPairs) return false;
      counted += pairsIn(batch);
      return true;
    }),
    scoreEvery: bleuEvery,
  };
}
