import type { MethodMetric } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";

/**
 * For methods without memory the distance between batch and running statistics is zero by construction. What they keep
 * apart, and what Batch Normalisation would have mixed, is how different the samples are.
 */
export const SAMPLE_SPREAD: MethodMetric = {
  id: "sample-spread",
  name: "Spread across samples",
  unit: "deviation over mean of the samples’ own root mean squares",
  about:
    "This method remembers nothing, so its distance is zero by construction. This is how unlike one another the samples are that Batch Normalisation would have mixed.",
  read: ([mean = Number.NaN, variance = Number.NaN]) => Math.sqrt(variance) / mean,
};

/** Mean and variance, over real tokens or whole samples, of each one's own root mean square: [2]. */
export function sampleSpread(
  tf: Ops,
  x: Tensor,
  mask: Tensor | null,
  over: "token" | "sample",
): Tensor {
  const root = tf.sqrt(meanSquare(tf, tf.square(tf.stopGradient(x)), mask, over));
  // A sample counts once, however long it is.
  const { packed } = tf.channelMoments(root, over === "token" ? mask : null);
  return tf.reshape(tf.slice(packed, [0, 0], [2, 1]), [2]);
}

/** The mean of each token's channels, or of each sample's real positions and channels. */
function meanSquare(
  tf: Ops,
  square: Tensor,
  mask: Tensor | null,
  over: "token" | "sample",
): Tensor {
  const last = square.shape.length - 1;
  if (over === "token") return tf.mean(square, [last], true);
  const inner = square.shape.slice(1).map((_, axis) => axis + 1);
  if (!mask) return tf.mean(square, inner, true);
  const channels = square.shape[last] ?? 1;
  const count = tf.clip(tf.mul(tf.sum(mask, inner, true), channels), 1, Number.MAX_VALUE);
  return tf.div(tf.sum(tf.mul(square, mask), inner, true), count);
}
