import type { Tensors, WeightSpec } from "../contract/net.ts";
import { ones, zeros } from "../contract/net.ts";
import type { Citation, MapMethod, MethodMetric } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";

export const WEIGHT_NORM_PAPER: Citation = {
  title:
    "Weight Normalization: A Simple Reparameterization to Accelerate Training of Deep Neural Networks",
  authors: "Salimans, Kingma",
  year: 2016,
  url: "https://arxiv.org/abs/1602.07868",
};

/** How far a map's output has drifted from the mean 0 and deviation 1 of the start. */
export const WEIGHT_NORM_METRICS: readonly MethodMetric[] = [
  {
    id: "drift-mean",
    name: "Drift of the mean",
    unit: "mean over channels of |µ_B| of a map’s output",
    about:
      "Where maps have a bias, zero on the batch that the start looked at; nothing holds it there.",
    read: (values) => values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length,
  },
  {
    id: "drift-spread",
    name: "Drift of the spread",
    unit: "mean over channels of σ_B of a map’s output",
    about: "One on the batch that the start looked at, or 1/√branches at the end of a branch.",
    read: (values) => values.reduce((sum, value) => sum + Math.sqrt(value), 0) / values.length,
  },
];

type Weight = "v" | "g" | "b";

/** Guards a channel that is constant on the first batch. */
const TINY = 1e-8;

/**
 * w = g·v/‖v‖, by output. The start (Salimans & Kingma, section 3): v ~ N(0, 0.05²); with t = x·v/‖v‖ on one batch,
 * g = 1/std(t) and b = −mean(t)/std(t), layer by layer, each on the normalised output of the one before.
 * Without a bias (a mean-only Batch Normalisation stands after), g alone.
 */
export function weightNormMaps({ bias }: { readonly bias: boolean }): MapMethod<string> {
  const method: MapMethod<Weight> = {
    parts: ["attention", "feed-forward", "convolution", "shortcut"],
    weights: ({ shape }, outputs) =>
      ({
        v: { shape, init: { kind: "normal", mean: 0, deviation: 0.05 } },
        g: { shape: [outputs], init: ones },
        ...(bias ? { b: { shape: [outputs], init: zeros } } : {}),
      }) as Record<Weight, WeightSpec>,
    map(tf, x, { weights, apply }) {
      const y = apply(x, direction(tf, weights.v, weights.g));
      return bias ? tf.add(y, weights.b) : y;
    },
    initialise(tf, x, { weights, mask, branch, apply }) {
      const { v, g, b } = weights;
      const { mean, variance } = tf.channelMoments(apply(x, direction(tf, v, g)), mask);
      const last = branch !== null && branch.position === branch.maps - 1;
      const gain = tf.div(last ? branch.branches ** -0.5 : 1, tf.sqrt(tf.add(variance, TINY)));
      const started = { v, g: gain, ...(bias ? { b: tf.mul(tf.mul(mean, -1), gain) } : { b }) };
      return (bias ? started : { v, g: gain }) as Tensors<Weight>;
    },
    read(tf, { y, mask }) {
      const { mean, variance } = tf.channelMoments(y, mask);
      return { "drift-mean": mean, "drift-spread": variance };
    },
  };
  return method;
}

/** g·v/‖v‖ with the length over all but the last axis, as many as the weight has. */
function direction(tf: Ops, v: Tensor, g: Tensor): Tensor {
  const axes = v.shape.slice(0, -1).map((_, axis) => axis);
  const length = tf.sqrt(tf.add(tf.sum(tf.square(v), axes), TINY * TINY));
  return tf.mul(v, tf.div(g, length));
}
