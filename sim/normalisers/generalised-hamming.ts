import { defineNormaliser } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { hammingMap } from "./hamming-map.ts";

/** The fuzziest distance: neither near nor far. */
const FUZZY = -0.5;

/**
 * Generalised Hamming Networks: a neuron reports how far its input is from its template, by the generalised Hamming
 * distance h(w, x) = mean(w) + mean(x) − (2/L) w·x. The bias that makes a linear map do so is computed, not learned.
 */
export default defineNormaliser({
  id: "generalised-hamming",
  label: "GHN",
  name: "Generalised Hamming Network",
  paper: {
    title:
      "Revisit Fuzzy Neural Network: Demystifying Batch Normalization and ReLU with Generalized Hamming Network",
    authors: "Fan",
    year: 2017,
    url: "https://arxiv.org/abs/1710.10328",
  },
  formula: String.raw`-h(w, x) = \tfrac2L\, w \cdot x - \overline{w} - \overline{x}`,
  intuition:
    "A neuron should report how far its input is from its template; the bias that makes this exact can be computed.",
  pools: "nothing",
  axes: { image: [], sequence: [] },
  remembers: "nothing",
  cost: "one more map with a window of ones, shared by all outputs",
  pitfalls: [
    "2/L makes outputs small: it wants a large learning rate.",
    "A value is a distance only while inputs and weights lie between 0 and 1.",
    "Nothing holds the variance, so deep networks drift.",
    "The theory was doubted in review: take it as a viewpoint, not as settled.",
  ],
  invariances: [],
  adaptation:
    "In a Transformer, only in the feed-forward part; attention stays linear. The hard threshold with a learned width is ours.",
  gradient: "exact",
  suits: () => true,
  metrics: [
    {
      id: "analytic-bias",
      name: "The bias that is computed",
      unit: "mean over outputs of −½(Σw + Σx)",
      about:
        "What the paper holds Batch Normalisation’s own effective bias, β − γµ/σ, to be approximating.",
      read: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
    },
  ],
  params: {
    activation: {
      kind: "choice",
      label: "Activation",
      about:
        "ReLU of ½ − h, which fires where the distance is under a half; or everything but a band of width r around it.",
      effect: "restart",
      options: ["half", "threshold"],
      initial: "half",
    },
  },
  maps: {
    parts: ["feed-forward", "convolution", "shortcut"],
    weights: (weight) => ({ weight }),
    map: (tf, x, { weights, fanIn, apply }) =>
      hammingMap(tf, x, weights["weight"] as Tensor, { fanIn, apply }),
    read(tf, { x, weights, mask }) {
      const weight = weights["weight"] as Tensor;
      const axes = weight.shape.slice(0, -1).map((_, axis) => axis);
      const fanIn = weight.shape.slice(0, -1).reduce((product, n) => product * n, 1);
      const ofInput = tf.mul(tf.mean(tf.channelMoments(x, mask).mean, [0]), fanIn);
      return { "analytic-bias": tf.mul(tf.add(tf.sum(weight, axes), ofInput), -0.5) };
    },
  },
  activate(tf, x, { params, weight }) {
    if (params.activation === "half") return tf.relu(tf.add(x, 0.5));
    // At nothing the step would cut nothing, and r could not learn.
    const width = weight("threshold", { shape: [], init: { kind: "constant", value: 0.1 } });
    return thresholded(tf, x, width);
  },
});

/** x where |x − c| > r, else c = −½; r ≥ 0 learns straight through the step. */
function thresholded(tf: Ops, x: Tensor, width: Tensor): Tensor {
  const r = tf.relu(width);
  const off = tf.abs(tf.sub(x, FUZZY));
  const kept = tf.greater(off, r);
  const hard = tf.add(tf.mul(x, kept), tf.mul(tf.sub(1, kept), FUZZY));
  // Straight through: forwards nothing is added, backwards r feels what it cuts away.
  const through = tf.mul(tf.sub(r, tf.stopGradient(r)), tf.sub(FUZZY, tf.stopGradient(x)));
  return tf.add(hard, tf.mul(tf.sub(1, kept), through));
}
