import type { Tensors, WeightSpec } from "../contract/net.ts";
import { defineNormaliser } from "../contract/normaliser.ts";
import { ones, zeros } from "../contract/net.ts";
import type { Tensor } from "../tensor/ops.ts";

/** Dynamic Tanh: no statistics at all, but an S-curve with a learned slope α in their place: y = γ·tanh(αx) + β. */
export default defineNormaliser({
  id: "dynamic-tanh",
  label: "DyT",
  name: "Dynamic Tanh",
  paper: {
    title: "Transformers without Normalization",
    authors: "Zhu, Chen, He, LeCun, Liu",
    year: 2025,
    url: "https://arxiv.org/abs/2503.10622",
  },
  formula: String.raw`y = \gamma \tanh(\alpha x) + \beta`,
  intuition:
    "Layer Normalisation ends up as an S-curve that squashes outliers, so the S-curve is used by itself.",
  pools: "nothing",
  axes: { image: [], sequence: [] },
  remembers: "nothing",
  cost: "one tanh for each number, and no sums",
  pitfalls: [
    "What is saturated learns no more.",
    "The start of α matters, the more so the wider the network.",
    "In place of Batch Normalisation in a ResNet it is worse.",
  ],
  invariances: [],
  gradient: "exact",
  suits: () => true,
  metrics: [
    {
      id: "saturation",
      name: "Saturation",
      unit: "share of activations with |tanh αx| over 0.95",
      about: "How much of the signal is pressed flat and passes no gradient.",
      read: ([share = Number.NaN]) => share,
    },
    {
      id: "alpha-sigma",
      name: "α times the spread",
      unit: "in units of the curve’s slope",
      about: "Under one the curve is nearly straight; far over it, nearly a step.",
      read: ([product = Number.NaN]) => product,
    },
  ],
  params: {
    start: {
      kind: "range",
      label: "α at the start",
      about: "The slope of the curve before training.",
      effect: "restart",
      min: 0.05,
      max: 2,
      step: 0.05,
      initial: 0.5,
    },
    bias: {
      kind: "toggle",
      label: "Shift β",
      about: "A learned shift after the curve; language models of the Llama kind leave it out.",
      effect: "restart",
      initial: true,
    },
  },
  weights: ({ channels }, { start, bias }): Record<string, WeightSpec> => ({
    alpha: { shape: [], init: { kind: "constant", value: start } },
    gain: { shape: [channels], init: ones },
    ...(bias && { bias: { shape: [channels], init: zeros } }),
  }),
  memory: () => ({}),
  normalise(tf, x, { weights, moments, mode, mask }) {
    // A shift is there only where the parameter asks for one.
    const { alpha, gain, bias } = weights as Tensors<"alpha" | "gain"> & { bias?: Tensor };
    const curve = tf.tanh(tf.mul(x, alpha));
    const y = tf.scaleAndShift(curve, bias ? { scale: gain, shift: bias } : { scale: gain });
    if (mode !== "train") return { y, memory: {} };
    const pressed = tf.greater(tf.abs(curve), 0.95);
    return {
      y,
      memory: {},
      readings: {
        saturation: tf.mean(tf.channelMoments(pressed, mask).mean, [0]),
        "alpha-sigma": tf.mul(tf.mean(tf.sqrt(moments.variance), [0]), tf.abs(alpha)),
      },
    };
  },
});
