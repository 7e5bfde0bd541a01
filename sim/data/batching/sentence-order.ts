import type { TranslationBatch } from "../../contract/batch.ts";
import type { Random } from "../../contract/random.ts";
import {
  bucketsOf,
  orderByTopic,
  planEpoch,
  type Planned,
  type PlannedBatch,
} from "./bucket-plan.ts";
import { sentenceBatch, type EncodedPair } from "./sentence-batch.ts";

export interface SentenceOrderOptions {
  /** The most tokens that a sentence may have, without its end. */
  readonly longest: number;
  readonly tokensPerBatch: number;
  /** 0: any pair in any batch; 1: one topic a batch. */
  readonly burstiness: number;
}

/** A pair in ids, and what it is about. */
export interface TopicalPair extends EncodedPair {
  readonly topic: number;
}

/** The batch of any step, counted from 0. Every epoch is planned by itself, from its own stream. */
export function trainingBatches(
  pairs: readonly TopicalPair[],
  { longest, tokensPerBatch, burstiness }: SentenceOrderOptions,
  random: Random,
): (step: number) => TranslationBatch {
  const lengths = pairs.map(planned);
  const buckets = bucketsOf(lengths, longest, tokensPerBatch);
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
      plan = { epoch, batches: planEpoch({ buckets, pairs: lengths, burstiness }, stream) };
    }
    const batch = plan.batches[step - epoch * perEpoch];
    if (batch === undefined) throw new Error(`There is no batch for step ${step}.`);
    return sentenceBatch(pick(pairs, batch.pairs), batch.bucket.rows, batch.bucket.length);
  };
}

/**
 * Every pair once, in batches of training's own shapes that keep to one topic as far as training's do: what a batch's own
 * statistics would give is asked of batches such as they are in training. The last batch of a length ends in empty rows.
 */
export function heldOutBatches(
  pairs: readonly TopicalPair[],
  { longest, tokensPerBatch, burstiness }: SentenceOrderOptions,
  random: Random,
): TranslationBatch[] {
  const lengths = pairs.map(planned);
  const buckets = bucketsOf(lengths, longest, tokensPerBatch);
  return orderByTopic({ buckets, pairs: lengths, burstiness }, random).flatMap(
    ({ members, rows, length }) => {
      const count = Math.ceil(members.length / rows);
      return Array.from({ length: count }, (_, place) => {
        const some = members.slice(place * rows, (place + 1) * rows);
        return sentenceBatch(pick(pairs, some), rows, length);
      });
    },
  );
}

/** One more for the end token. */
function planned({ source, target, topic }: TopicalPair): Planned {
  return { length: Math.max(source.length, target.length) + 1, topic };
}

function pick(pairs: readonly TopicalPair[], indices: readonly number[]): TopicalPair[] {
  // The indices were counted from this list.
  return indices.map((index) => pairs[index] as TopicalPair);
}
