import * as tf from "@tensorflow/tfjs-core";
import type { StandardiseTokens, Tensor } from "./ops.ts";
import { lastOf } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Tape } from "./tape.ts";

/**
 * Every position's groups of channels by their own statistics: z = (x − m)/√(s² + ε), or x/√(E x² + ε) uncentred.
 * Backward: dx = (g − mean(g) − z·mean(g·z))/s, without mean(g) where nothing was centred.
 */
export function standardiseTokens(
  tape: Tape | null,
  x: Tensor,
  options: StandardiseTokens,
): Tensor {
  const input = raw(x);
  const channels = lastOf(input);
  const { groups, centre, epsilon } = options;
  if (channels % groups !== 0)
    throw new Error(`${channels} channels do not split into ${groups} groups`);
  const apart = tf.reshape(input, [input.size / (channels / groups), channels / groups]);
  const centred = centre ? tf.sub(apart, tf.mean(apart, 1, true)) : apart;
  const scale = tf.rsqrt(tf.add(tf.mean(tf.square(centred), 1, true), epsilon)); // [rows·groups, 1]
  const z = tf.mul(centred, scale);
  const output = tf.reshape(z, input.shape);
  tape?.record([input], output, (g) => {
    const gradient = tf.reshape(g, z.shape);
    const along = tf.mul(z, tf.mean(tf.mul(gradient, z), 1, true));
    const across = centre ? tf.sub(gradient, tf.mean(gradient, 1, true)) : gradient;
    return [tf.reshape(tf.mul(tf.sub(across, along), scale), input.shape)];
  });
  return output;
}
