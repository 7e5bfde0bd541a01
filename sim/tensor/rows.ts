import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import type { Raw } from "./tape.ts";

/** The last axis: channels. */
export function lastOf(x: Raw): number {
  return x.shape.at(-1) ?? 1;
}

/** […, channels] → [rows, channels]. */
export function asRows(x: Raw): Raw {
  return tf.reshape(x, [x.size / lastOf(x), lastOf(x)]);
}

/** Sum of [rows, channels] over its rows, [channels]. One product with a row of ones: no transposition, one kernel. */
export function sumRows(constants: Constants, x: Raw): Raw {
  const [rows = 1, channels = 1] = x.shape;
  return tf.reshape(tf.matMul(constants.onesRow(rows), x), [channels]);
}

/** A gradient of a broadcast operand, summed back to the operand's own shape. */
export function unbroadcast(constants: Constants, gradient: Raw, shape: readonly number[]): Raw {
  if (gradient.shape.length === shape.length && gradient.shape.every((n, i) => n === shape[i]))
    return gradient;
  const size = shape.reduce((a, b) => a * b, 1);
  if (size === lastOf(gradient) && (shape.at(-1) ?? 1) === size) {
    return tf.reshape(sumRows(constants, asRows(gradient)), [...shape]);
  }
  const missing = gradient.shape.length - shape.length;
  const axes = gradient.shape.flatMap((n, i) =>
    i < missing || (shape[i - missing] === 1 && n !== 1) ? [i] : [],
  );
  return tf.reshape(tf.sum(gradient, axes, true), [...shape]);
}
