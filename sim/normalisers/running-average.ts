import type { Operand, Ops, Tensor } from "../tensor/ops.ts";

/** α·old + (1 − α)·fresh: the exponential running average of every method that remembers. */
export function runningAverage(tf: Ops, old: Tensor, fresh: Tensor, alpha: number): Tensor {
  return tf.add(tf.mul(old, alpha), tf.mul(fresh, 1 - alpha));
}

/** N/(N − 1): from the biased variance of N rows to the unbiased one. A single row is left as it is. */
export function unbiased(tf: Ops, count: Operand): Operand {
  if (typeof count === "number") return count > 1 ? count / (count - 1) : 1;
  return tf.div(count, tf.clip(tf.sub(count, 1), 1, Number.MAX_SAFE_INTEGER));
}
