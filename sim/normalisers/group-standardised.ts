import type { Ops, Tensor } from "../tensor/ops.ts";

/** Each contiguous group of a sample's channels over all its real positions, centred and scaled; no γ and β. */
export function groupStandardised(tf: Ops, x: Tensor, mask: Tensor | null, wanted: number): Tensor {
  const [samples = 1] = x.shape;
  const channels = x.shape.at(-1) ?? 1;
  const groups = dividing(channels, wanted);
  const positions = x.shape.slice(1, -1).reduce((product, n) => product * n, 1);
  const apart = tf.reshape(x, [samples, positions, groups, channels / groups]);
  const real = mask ? tf.reshape(mask, [samples, positions, 1, 1]) : null;
  const count = real
    ? tf.clip(tf.mul(tf.sum(real, [1, 3], true), channels / groups), 1, Number.MAX_VALUE)
    : (positions * channels) / groups;
  const average = (values: Tensor): Tensor =>
    tf.div(tf.sum(real ? tf.mul(values, real) : values, [1, 3], true), count);
  const centred = tf.sub(apart, average(apart));
  const variance = average(tf.square(centred));
  return tf.reshape(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), x.shape);
}

/** The largest number of groups, at most `wanted`, that divides the channels. */
export function dividing(channels: number, wanted: number): number {
  let groups = Math.min(wanted, channels);
  while (channels % groups !== 0) groups--;
  return groups;
}
