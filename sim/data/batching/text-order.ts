import type { LanguageBatch } from "../../contract/batch.ts";
import type { Random } from "../../contract/random.ts";
import { planEpoch, type PlannedBatch } from "./bucket-plan.ts";
import { textBatch, type TextRow } from "./text-batch.ts";

export interface TextOrderOptions {
  readonly rows: number;
  readonly length: number;
  /** 0: any row in any batch; 1: one topic a batch. */
  readonly burstiness: number;
}

/** The batch of any step, counted from 0. Every epoch is planned by itself, from its own stream. */
export function trainingTexts(
  texts: readonly TextRow[],
  { rows, length, burstiness }: TextOrderOptions,
  random: Random,
): (step: number) => LanguageBatch {
  const planned = texts.map(({ topic }) => ({ topic, length }));
  const buckets = [{ length, rows, members: texts.map((_, index) => index) }];
  const perEpoch = Math.ceil(texts.length / rows);
  let plan: { readonly epoch: number; readonly batches: readonly PlannedBatch[] } | null = null;
  return (step) => {
    const epoch = Math.floor(step / perEpoch);
    if (plan?.epoch !== epoch) {
      const stream = random.stream("epochs").stream(epoch);
      plan = { epoch, batches: planEpoch({ buckets, pairs: planned, burstiness }, stream) };
    }
    const batch = plan.batches[step - epoch * perEpoch];
    if (batch === undefined) throw new Error(`There is no batch for step ${step}.`);
    // The plan was made of this list's indices.
    const chosen = batch.pairs.map((index) => texts[index] as TextRow);
    return textBatch(chosen, rows, length);
  };
}

/** Every token once, in batches of training's shape; texts stay together, so a batch keeps to few topics. */
export function heldOutTexts(
  texts: readonly TextRow[],
  { rows, length }: Omit<TextOrderOptions, "burstiness">,
): LanguageBatch[] {
  return Array.from({ length: Math.ceil(texts.length / rows) }, (_, place) =>
    textBatch(texts.slice(place * rows, (place + 1) * rows), rows, length),
  );
}
