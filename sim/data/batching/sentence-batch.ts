import type { TranslationBatch } from "../../contract/batch.ts";
import { end, start } from "./vocabulary.ts";

/** A pair in ids, without start and end. */
export interface EncodedPair {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** Lays pairs out in rows of one length; rows without a pair stay padding. */
export function sentenceBatch(
  pairs: readonly EncodedPair[],
  rows: number,
  length: number,
): TranslationBatch {
  const size = rows * length;
  const source = new Int32Array(size);
  const sourceMask = new Float32Array(size);
  const target = new Int32Array(size);
  const labels = new Int32Array(size);
  const labelMask = new Float32Array(size);
  let items = 0;
  pairs.forEach((pair, row) => {
    const from = row * length;
    source.set(pair.source, from);
    source[from + pair.source.length] = end;
    sourceMask.fill(1, from, from + pair.source.length + 1);
    target[from] = start;
    target.set(pair.target, from + 1);
    labels.set(pair.target, from);
    labels[from + pair.target.length] = end;
    labelMask.fill(1, from, from + pair.target.length + 1);
    items += pair.source.length + 1;
  });
  const shape = [rows, length];
  return {
    kind: "translation",
    source: { values: source, shape },
    sourceMask: { values: sourceMask, shape: [rows, length, 1] },
    target: { values: target, shape },
    labels: { values: labels, shape },
    labelMask: { values: labelMask, shape },
    items,
  };
}
