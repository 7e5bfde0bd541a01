import { defineNormaliser } from "../contract/normaliser.ts";
import { affine } from "./affine.ts";
import { runningAverage, unbiased } from "./running-average.ts";

const EPSILON = 1e-5;

/**
 * Batch Normalisation: in training each channel is centred and scaled by the mean and variance of this very batch, and a
 * running average of both is kept for inference. x̂ = (x − µ_B)/√(σ²_B + ε), y = γx̂ + β.
 * The batch's variance is biased (divided by N); what is remembered is, as in PyTorch, unbiased (divided by N − 1) unless
 * the parameter says otherwise.
 */
export default defineNormaliser({
  id: "batch-norm",
  label: "BN",
  name: "Batch Normalisation",
  paper: {
    title:
      "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift",
    authors: "Ioffe, Szegedy",
    year: 2015,
    url: "https://arxiv.org/abs/1502.03167",
  },
  formula: String.raw`y = \gamma\,\frac{x - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}} + \beta`,
  intuition:
    "Each channel is centred and scaled by this batch; at inference the layer uses the average it remembers instead.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running mean and variance of every channel",
  cost: "two sums over the batch forwards and two backwards",
  pitfalls: [
    "Small or unusual batches give noisy statistics, and inference sees others than training did.",
    "In a causal model the statistics of training see tokens that are yet to be predicted.",
    "Padding must be kept out of the statistics.",
  ],
  invariances: ["shift", "scale"],
  gradient: "exact",
  suits: () => true,
  params: {
    runningVariance: {
      kind: "choice",
      label: "Running variance",
      about:
        "Divide by N − 1 before remembering, as PyTorch does, or by N, as the batch is normalised.",
      effect: "restart",
      options: ["unbiased", "biased"],
      initial: "unbiased",
    },
    epsilon: {
      kind: "choice",
      label: "ε",
      about:
        "Added to the variance, as usual, or the least the variance is taken for, as the released MaskBatchNorm has it.",
      effect: "restart",
      options: ["added", "clamped"],
      initial: "added",
    },
  },
  weights: affine,
  memory: ({ channels }) => ({
    mean: { shape: [channels], initial: 0, writtenBy: "forward" },
    variance: { shape: [channels], initial: 1, writtenBy: "forward" },
  }),
  normalise(tf, x, { mode, moments, memory, weights, clock, params }) {
    const { mean, variance } = mode === "evaluate" ? memory : moments;
    const positive =
      params.epsilon === "added"
        ? tf.add(variance, EPSILON)
        : tf.clip(variance, EPSILON, Number.MAX_VALUE);
    const scale = tf.div(weights.gain, tf.sqrt(positive));
    const y = tf.scaleAndShift(x, { centre: mean, scale, shift: weights.bias });
    if (mode !== "train") return { y, memory: {} };
    const { count } = moments;
    const remembered =
      params.runningVariance === "unbiased"
        ? tf.mul(moments.variance, unbiased(tf, count))
        : moments.variance;
    return {
      y,
      memory: {
        mean: runningAverage(tf, memory.mean, tf.stopGradient(moments.mean), clock),
        variance: runningAverage(tf, memory.variance, tf.stopGradient(remembered), clock),
      },
    };
  },
});
