import type { Clock } from "../contract/net.ts";
import type { Operand, Ops, Tensor } from "../tensor/ops.ts";

/** α·old + (1 − α)·fresh: the exponential running average of every method that remembers. */
export function runningAverage(tf: Ops, old: Tensor, fresh: Tensor, clock: Clock): Tensor {
  const kept = tf.now(clock, ({ alpha }) => alpha);
  return tf.add(
    tf.mul(old, kept),
    tf.mul(
      fresh,
      tf.now(clock, ({ alpha }) => 1 - alpha),
    ),
  );
}

/** N/(N − 1): from the biased variance of N rows to the unbiased one. A single row is left as it is. */
export function unbiased(tf: Ops, count: Operand): Operand {
  if (typeof count === "number") return count > 1 ? count / (count - 1) : 1;
  return tf.div(count, tf.clip(tf.sub(count, 1), 1, Number.MAX_SAFE_INTEGER));
}
