import { defineNormaliser } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { affine } from "./affine.ts";
import { runningAverage } from "./running-average.ts";

const EPSILON = 1e-5;

/**
 * Regularised Batch Normalisation: Batch Normalisation with a fine, added to the loss, for every batch whose statistics
 * stray from the running ones. The running statistics have already taken the batch in when it is fined, and are held
 * still, so that the gradient moves the batch and not the memory.
 */
export default defineNormaliser({
  id: "regularised-batch-norm",
  label: "RBN",
  name: "Regularised Batch Normalisation",
  paper: {
    title: "Understanding the Failure of Batch Normalization for Transformers in NLP",
    authors: "Wang, Wu, Huang",
    year: 2022,
    url: "https://arxiv.org/abs/2210.05153",
  },
  formula: String.raw`\mathcal{L} + \lambda_\mu \lVert \mu - \mu_B \rVert^2 + \lambda_\sigma\, d(\sigma^2, \sigma_B^2)`,
  intuition:
    "The network is fined whenever a batch looks unlike the running average, so that what training sees is what inference will.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running mean and variance of every channel",
  cost: "as Batch Normalisation, and a fine a layer",
  pitfalls: [
    "The paper’s coefficients are for a loss summed over tokens; for a mean they must be divided by their number.",
    "The fine on the variance is an absolute value: its pull does not fade near the goal.",
    "The running statistics move first, so the gap that is fined is α of the true one.",
  ],
  invariances: [],
  adaptation: "On pictures, over all positions of the batch: the paper has text only.",
  gradient: "exact",
  suits: () => true,
  params: {
    lambdaMean: coefficient("Fine on the mean", 100, 0.1),
    lambdaVariance: coefficient("Fine on the variance", 10, 0.01),
    distance: {
      kind: "choice",
      label: "Distance of spread",
      about: "The absolute difference of variances, or the squared difference of deviations.",
      effect: "restart",
      options: ["variance", "deviation"],
      initial: "variance",
    },
    perToken: {
      kind: "toggle",
      label: "Divide by the batch",
      about: "The loss here is a mean, so the fine is divided by the batch’s tokens or pictures.",
      effect: "restart",
      initial: true,
    },
  },
  weights: affine,
  memory: ({ channels }) => ({
    mean: { shape: [channels], initial: 0, writtenBy: "forward" },
    variance: { shape: [channels], initial: 1, writtenBy: "forward" },
  }),
  normalise(tf, x, { mode, moments, memory, weights, clock, params, shape }) {
    const { mean, variance } = mode === "evaluate" ? memory : moments;
    const scale = tf.div(weights.gain, tf.sqrt(tf.clip(variance, EPSILON, Number.MAX_VALUE)));
    const y = tf.scaleAndShift(x, { centre: mean, scale, shift: weights.bias });
    if (mode !== "train") return { y, memory: {} };
    const next = {
      mean: runningAverage(tf, memory.mean, tf.stopGradient(moments.mean), clock),
      variance: runningAverage(tf, memory.variance, tf.stopGradient(moments.variance), clock),
    };
    const ofMean = tf.sum(tf.square(tf.sub(next.mean, moments.mean)), [0]);
    const ofSpread = spread(tf, next.variance, moments.variance, params.distance);
    const fine = tf.add(tf.mul(ofMean, params.lambdaMean), tf.mul(ofSpread, params.lambdaVariance));
    // What the loss is a mean over: pictures, or tokens.
    const terms = shape.layout === "image" ? (x.shape[0] ?? 1) : moments.count;
    const penalty = params.perToken ? tf.div(fine, terms) : fine;
    return { y, memory: next, penalty };
  },
});

function spread(
  tf: Ops,
  running: Tensor,
  batch: Tensor,
  distance: "variance" | "deviation",
): Tensor {
  if (distance === "variance") return tf.sum(tf.abs(tf.sub(running, batch)), [0]);
  const root = (x: Tensor): Tensor => tf.sqrt(tf.clip(x, EPSILON, Number.MAX_VALUE));
  return tf.sum(tf.square(tf.sub(root(running), root(batch))), [0]);
}

function coefficient(label: string, max: number, initial: number) {
  const about =
    "As in the paper’s scripts, for a loss summed over tokens; 0 is Batch Normalisation.";
  return {
    kind: "range",
    label,
    about,
    effect: "restart",
    min: 0,
    max,
    step: 0.001,
    initial,
  } as const;
}
