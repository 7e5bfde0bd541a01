import type { Ops, Tensor } from "../tensor/ops.ts";

/** Axes between the sample and the channel: height and width, or token. */
function innerAxes(x: Tensor): readonly number[] {
  return x.shape.slice(1, -1).map((_, axis) => axis + 1);
}

/** How many positions of each sample are real: a number, or kept as [samples, 1 …, 1] where there is padding. */
export function positionsOf(tf: Ops, x: Tensor, mask: Tensor | null): Tensor | number {
  if (!mask) return x.shape.slice(1, -1).reduce((product, n) => product * n, 1);
  return tf.clip(tf.sum(mask, innerAxes(x), true), 1, Number.MAX_VALUE);
}

/**
 * Each sample's own mean and biased variance of every channel over its real positions, [samples, 1 …, channels],
 * differentiable.
 */
export function sampleMoments(
  tf: Ops,
  x: Tensor,
  mask: Tensor | null,
): { mean: Tensor; variance: Tensor } {
  const axes = innerAxes(x);
  if (!mask) {
    const mean = tf.mean(x, axes, true);
    return { mean, variance: tf.mean(tf.square(tf.sub(x, mean)), axes, true) };
  }
  const count = positionsOf(tf, x, mask);
  const mean = tf.div(tf.sum(tf.mul(x, mask), axes, true), count);
  const off = tf.mul(tf.sub(x, mean), mask);
  return { mean, variance: tf.div(tf.sum(tf.square(off), axes, true), count) };
}
