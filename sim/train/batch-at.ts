import type { Batch, Field, LanguageBatch, TranslationBatch } from "../contract/batch.ts";
import type { ByHand } from "../contract/interventions.ts";
import type { Workload } from "../contract/workload.ts";

/** The batch of a step, counted from 1, with what is done to it by hand. */
export function batchAt(
  workload: Pick<Workload, "batch" | "themed">,
  step: number,
  { theme, room }: Pick<ByHand, "theme" | "room">,
): Batch {
  const whole =
    theme !== null && workload.themed
      ? workload.themed(theme, step - theme)
      : workload.batch(step - 1);
  return room === null ? whole : shrunk(whole, room);
}

/**
 * As many rows as a batch with this room would have, one at least. Rows of text become padding, so that the shape stays and
 * nothing is recorded anew; pictures, which have no mask, are cut off.
 */
export function shrunk(batch: Batch, room: number): Batch {
  switch (batch.kind) {
    case "translation":
      return shrunkPairs(batch, room);
    case "language":
      return shrunkText(batch, room);
    case "images": {
      const images = Math.min(room, batch.items);
      return {
        ...batch,
        pixels: firstOf(batch.pixels, images),
        labels: firstOf(batch.labels, images),
        items: images,
      };
    }
    default:
      return batch satisfies never;
  }
}

function shrunkPairs(batch: TranslationBatch, room: number): TranslationBatch {
  const kept = rowsIn(batch.source, room);
  const sourceMask = emptiedAfter(batch.sourceMask, kept);
  return {
    ...batch,
    source: emptiedAfter(batch.source, kept),
    sourceMask,
    target: emptiedAfter(batch.target, kept),
    labels: emptiedAfter(batch.labels, kept),
    labelMask: emptiedAfter(batch.labelMask, kept),
    items: sumOf(sourceMask),
  };
}

function shrunkText(batch: LanguageBatch, room: number): LanguageBatch {
  const kept = rowsIn(batch.tokens, room);
  const mask = emptiedAfter(batch.mask, kept);
  return {
    ...batch,
    tokens: emptiedAfter(batch.tokens, kept),
    labels: emptiedAfter(batch.labels, kept),
    mask,
    items: sumOf(mask),
  };
}

/** How many rows of this length the room is for. */
function rowsIn({ shape }: Field, room: number): number {
  return Math.max(1, Math.floor(room / (shape[1] ?? 1)));
}

/** Zero is padding, and not real. */
function emptiedAfter({ values, shape }: Field, rows: number): Field {
  const left = values.slice();
  left.fill(0, rows * rowLength(shape));
  return { values: left, shape };
}

function firstOf({ values, shape }: Field, rows: number): Field {
  return { values: values.slice(0, rows * rowLength(shape)), shape: [rows, ...shape.slice(1)] };
}

function rowLength(shape: readonly number[]): number {
  return shape.slice(1).reduce((product, n) => product * n, 1);
}

function sumOf({ values }: Field): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
