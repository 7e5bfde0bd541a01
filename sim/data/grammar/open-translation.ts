import type { TranslationBatch } from "../../contract/batch.ts";
import type { Random } from "../../contract/random.ts";
import type { Sample, Workload } from "../../contract/workload.ts";
import { admitLemmas } from "./admit-lemmas.ts";
import {
  bucketsOf,
  orderByTopic,
  planEpoch,
  type Planned,
  type PlannedBatch,
} from "../batching/bucket-plan.ts";
import { writeCorpus, type Pair } from "./corpus.ts";
import { readLexicon } from "./lexicon.ts";
import { sentenceBatch, type EncodedPair } from "../batching/sentence-batch.ts";
import { countVocabulary, type Vocabulary } from "../batching/vocabulary.ts";

export interface TranslationOptions {
  readonly tokensPerBatch: number;
  readonly zipf: number;
  readonly burstiness: number;
  readonly longest: number;
  readonly vocabulary: number;
  readonly pairs: number;
  readonly heldOut: number;
}

/** Writes the corpus and lays it out in batches. */
export function openTranslation(options: TranslationOptions, random: Random): Workload {
  const { longest } = options;
  const admission = admitLemmas(readLexicon(), options.vocabulary);
  const corpus = writeCorpus(admission, options, random);
  const vocabulary = countVocabulary(
    corpus.training.flatMap(({ german, english }) => [german, english]),
  );
  return {
    facts: { kind: "translation", vocabulary: vocabulary.words, longest: longest + 1 },
    batch: trainingBatches(corpus.training, vocabulary, options, random),
    heldOut: heldOutBatches(corpus.heldOut, vocabulary, options, random.stream("held-out order")),
    samples: samplesOf(corpus.training),
  };
}

function trainingBatches(
  training: readonly Pair[],
  vocabulary: Vocabulary,
  { longest, tokensPerBatch, burstiness }: TranslationOptions,
  random: Random,
): (step: number) => TranslationBatch {
  const pairs = training.map(planned);
  const encoded = training.map((pair) => encode(pair, vocabulary));
  const buckets = bucketsOf(pairs, longest, tokensPerBatch);
  // Every epoch has the same number of batches, so a step knows its epoch at once.
  const perEpoch = buckets.reduce(
    (sum, { members, rows }) => sum + Math.ceil(members.length / rows),
    0,
  );
  let plan: { readonly epoch: number; readonly batches: readonly PlannedBatch[] } | null = null;
  return (step) => {
    const epoch = Math.floor(step / perEpoch);
    if (plan?.epoch !== epoch) {
      const stream = random.stream("epochs").stream(epoch);
      plan = { epoch, batches: planEpoch({ buckets, pairs, burstiness }, stream) };
    }
    const planned = plan.batches[step - epoch * perEpoch];
    if (planned === undefined) throw new Error(`There is no batch for step ${step}.`);
    const { bucket } = planned;
    return sentenceBatch(pick(encoded, planned.pairs), bucket.rows, bucket.length);
  };
}

/**
 * Every pair once, in batches of training's own shapes that keep to one topic as far as training's do: what a batch's own
 * statistics would give is asked of batches such as they are in training. The last batch of a length ends in empty rows.
 */
function heldOutBatches(
  heldOut: readonly Pair[],
  vocabulary: Vocabulary,
  { longest, tokensPerBatch, burstiness }: TranslationOptions,
  random: Random,
): TranslationBatch[] {
  const encoded = heldOut.map((pair) => encode(pair, vocabulary));
  const pairs = heldOut.map(planned);
  const buckets = bucketsOf(pairs, longest, tokensPerBatch);
  return orderByTopic({ buckets, pairs, burstiness }, random).flatMap(
    ({ members, rows, length }) => {
      const count = Math.ceil(members.length / rows);
      return Array.from({ length: count }, (_, place) => {
        const some = members.slice(place * rows, (place + 1) * rows);
        return sentenceBatch(pick(encoded, some), rows, length);
      });
    },
  );
}

function planned({ german, english, topic }: Pair): Planned {
  return { length: Math.max(german.length, english.length) + 1, topic };
}

function encode({ german, english }: Pair, { idOf }: Vocabulary): EncodedPair {
  return { source: Int32Array.from(german, idOf), target: Int32Array.from(english, idOf) };
}

function pick(encoded: readonly EncodedPair[], indices: readonly number[]): EncodedPair[] {
  // The indices were counted from this list.
  return indices.map((index) => encoded[index] as EncodedPair);
}

const sampleCount = 6;

/** From the shortest to the longest, each of another topic where possible. */
function samplesOf(training: readonly Pair[]): Sample[] {
  const sorted = [...training].sort((a, b) => a.german.length - b.german.length);
  const topics = new Set<number>();
  return Array.from({ length: Math.min(sampleCount, sorted.length) }, (_, place) => {
    const from = Math.floor(((place + 0.5) * sorted.length) / sampleCount);
    const later = sorted.slice(from, from + 40);
    // `from` is below the length, so there is one.
    const pair = (later.find(({ topic }) => !topics.has(topic)) ?? sorted[from]) as Pair;
    topics.add(pair.topic);
    return { input: pair.german.join(" "), output: pair.english.join(" ") };
  });
}
