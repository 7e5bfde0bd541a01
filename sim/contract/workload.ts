import type { Batch, BatchKind, TranslationBatch } from "./batch.ts";
import type { ParamSpecs, ParamValues } from "./params.ts";
import type { Own, OwnKind } from "./own-data.ts";
import type { Random } from "./random.ts";

/** What a model must know to be built. */
export type WorkloadFacts =
  | {
      readonly kind: "translation" | "language";
      /** Words by id, of both languages where there are two; the first four are <pad>, <s>, </s>, <unk>. */
      readonly vocabulary: readonly string[];
      /** Tokens of the longest row. */
      readonly longest: number;
    }
  | { readonly kind: "images"; readonly classes: readonly string[]; readonly size: number };

/** A thing worth learning, opened for one seed. */
export interface Workload {
  readonly facts: WorkloadFacts;
  /** The batch of a training step, counted from 0: the same step always gives the same batch. */
  batch(step: number): Batch;
  /**
   * A batch of training data of one theme only, in training's own shapes; `theme` is any number, from which and from the seed
   * the theme is drawn, and `place` counts its batches from 0. Only where the definition has a `theme`.
   */
  themed?(theme: number, place: number): Batch;
  /** Never overlaps with training. */
  readonly heldOut: readonly Batch[];
  /** What a learner may see of the data: a few examples in words. */
  readonly samples: readonly Sample[];
  /** What is translated word by word, where there is anything to translate. */
  readonly trial?: TranslationTrial;
}

/** Held-out sentences that are translated word by word, as a network is used once it is trained. */
export interface TranslationTrial {
  /** A few pairs to be read, in one batch. */
  readonly shown: TranslationBatch;
  /** The same pairs in words. */
  readonly pairs: readonly Sample[];
  /** Held-out batches whose translations are scored together. */
  readonly scored: readonly TranslationBatch[];
  /** Evaluations from one score to the next. */
  readonly scoreEvery: number;
}

export interface Sample {
  readonly input: string;
  readonly output: string;
}

export interface WorkloadDefinition<Specs extends ParamSpecs = ParamSpecs> {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly kind: BatchKind;
  /** What one item of a batch is, in the plural: "tokens". */
  readonly items: string;
  /** What the share of right answers is called: "token accuracy". */
  readonly score: string;
  /** What one batch can keep to: "topic", "class". */
  readonly theme?: string;
  /** What its translations of held-out sentences are scored by, from 0 to 100: "BLEU". */
  readonly translationScore?: string;
  readonly params: Specs;
  /** What a learner must bring; without this the data is made from the seed. */
  readonly needs?: OwnKind;
  /**
   * Asynchronous, so that the page can hold the definition without the data. `own` is what the learner brought of the
   * kind that is needed, if anything. Throws `DataRefused` where that is missing or does not suffice.
   */
  open(params: ParamValues<Specs>, random: Random, own?: Own): Promise<Workload>;
}

export function defineWorkload<const Specs extends ParamSpecs>(
  definition: WorkloadDefinition<Specs>,
): WorkloadDefinition {
  // The catalogue opens a workload only with values of its own `params`.
  return definition;
}
