import * as tf from "@tensorflow/tfjs-core";
import type { Tensor } from "./ops.ts";
import { product } from "./product.ts";
import { asRows, lastOf } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

/**
 * Rows of a table by id. The gradient is one product with the one-hot matrix, turned: [rows, ids] × [ids, channels]: the usual
 * kernel for it, UnsortedSegmentSum, does not exist on wasm.
 */
export function embedding(tape: Tape | null, table: Tensor, ids: Tensor): Tensor {
  const rows = raw(table);
  const flat = tf.reshape(raw(ids), [raw(ids).size]);
  const output = tf.reshape(tf.gather(rows, flat), [...ids.shape, lastOf(rows)]);
  tape?.record([rows], output, (g) => [
    product(oneHot(flat, rows.shape[0] ?? 0), asRows(g), { left: true }),
  ]);
  return output;
}

/** [ids, classes]: 1 where the column is the row's id. Made of whole numbers first: wasm writes their bits whatever is asked. */
export function oneHot(ids: Raw, classes: number): Raw {
  return tf.cast(tf.oneHot(tf.reshape(ids, [ids.size]), classes), "float32");
}
