import type { LanguageBatch } from "../../contract/batch.ts";

/** One row of a batch: what is to be said, and what was read one token before. Both of one length. */
export interface TextRow {
  readonly topic: number;
  readonly read: Int32Array;
  readonly said: Int32Array;
}

/**
 * Cuts a text into rows of `length`, each token once among what is to be said; `ids` begin with what stands before the
 * text. The last row may be shorter.
 */
export function cutText(topic: number, ids: Int32Array, length: number): TextRow[] {
  const count = Math.ceil((ids.length - 1) / length);
  return Array.from({ length: count }, (_, place) => {
    const from = place * length;
    const said = ids.slice(from + 1, from + 1 + length);
    return { topic, read: ids.slice(from, from + said.length), said };
  });
}

/** Lays rows of text out in one shape; a short row ends in padding, and a row without text is nothing else. */
export function textBatch(texts: readonly TextRow[], rows: number, length: number): LanguageBatch {
  const size = rows * length;
  const tokens = new Int32Array(size);
  const labels = new Int32Array(size);
  const mask = new Float32Array(size);
  let items = 0;
  texts.forEach(({ read, said }, row) => {
    const from = row * length;
    tokens.set(read, from);
    labels.set(said, from);
    mask.fill(1, from, from + said.length);
    items += said.length;
  });
  const shape = [rows, length];
  return {
    kind: "language",
    tokens: { values: tokens, shape },
    labels: { values: labels, shape },
    mask: { values: mask, shape: [rows, length, 1] },
    items,
  };
}
