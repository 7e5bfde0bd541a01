import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import type { Tensor } from "./ops.ts";
import { asRows, lastOf } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

/**
 * Rows of a table by id. The gradient is one product with the one-hot matrix, [rows, ids] × [ids, channels]: the usual
 * kernel for it, UnsortedSegmentSum, does not exist on wasm.
 */
export function embedding(
  constants: Constants,
  tape: Tape | null,
  table: Tensor,
  ids: Tensor,
): Tensor {
  const rows = raw(table);
  const flat = tf.reshape(raw(ids), [raw(ids).size]);
  const output = tf.reshape(tf.gather(rows, flat), [...ids.shape, lastOf(rows)]);
  tape?.record([rows], output, (g) => [
    tf.matMul(oneHotColumns(constants, flat, rows.shape[0] ?? 0), asRows(g)),
  ]);
  return output;
}

/** [classes, ids]: 1 where the column's id is the row's class. */
function oneHotColumns(constants: Constants, ids: Raw, classes: number): Raw {
  const column = tf.reshape(constants.range(classes), [classes, 1]);
  return tf.cast(tf.equal(column, tf.reshape(ids, [1, ids.size])), "float32");
}

/** [ids, classes]: 1 where the column is the row's id. */
export function oneHotRows(constants: Constants, ids: Raw, classes: number): Raw {
  return tf.cast(tf.equal(tf.reshape(ids, [ids.size, 1]), constants.range(classes)), "float32");
}
