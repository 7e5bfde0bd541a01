import type { TranslationBatch } from "../contract/batch.ts";

export interface GreedyDecoding {
  /** The id of </s>. */
  readonly end: number;
  /** The likeliest next word after every prefix of the batch's targets, ids row-major, [sentences × length]. */
  readonly predict: (batch: TranslationBatch) => Promise<ArrayLike<number>>;
  /** Called between two positions; false gives the translation up. */
  readonly between: () => Promise<boolean>;
}

/**
 * Greedy translations of a batch's source sentences: at each position the likeliest word, until </s> or the padded
 * length. All sentences go on at once, and the whole prefix is read again at each position, in one shape throughout.
 * Gives each sentence's ids without <s> and </s>, none for rows without a pair; null when given up.
 */
export async function decodeGreedily(
  batch: TranslationBatch,
  { end, predict, between }: GreedyDecoding,
): Promise<readonly (readonly number[])[] | null> {
  const [sentences = 0, length = 0] = batch.target.shape;
  const read = new Int32Array(sentences * length);
  const said = Array.from({ length: sentences }, (): number[] => []);
  const open = new Set<number>();
  for (let row = 0; row < sentences; row++) {
    if (batch.labelMask.values[row * length] !== 1) continue;
    open.add(row);
    // <s>, which every target begins with; the rest of the reference stays unseen.
    read[row * length] = batch.target.values[row * length] ?? 0;
  }
  for (let position = 0; position < length && open.size > 0; position++) {
    const target = { values: read, shape: batch.target.shape };
    const likeliest = await predict({ ...batch, target });
    for (const row of open) {
      const id = likeliest[row * length + position] ?? end;
      if (id === end) {
        open.delete(row);
        continue;
      }
      said[row]?.push(id);
      if (position + 1 < length) read[row * length + position + 1] = id;
    }
    if (!(await between())) return null;
  }
  return said;
}
