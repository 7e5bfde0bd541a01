import type { MemorySpec } from "../contract/net.ts";
import { defineNormaliser } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { affine } from "./affine.ts";
import { runningAverage } from "./running-average.ts";
import { SAMPLE_SPREAD, sampleSpread } from "./sample-spread.ts";
import { positionsOf, sampleMoments } from "./sample-moments.ts";

/**
 * Instance Normalisation: each channel of each sample is centred and scaled over that sample's own positions. The same in
 * training and inference, unless it is told to remember: then inference uses the average over instances.
 */
export default defineNormaliser({
  id: "instance-norm",
  label: "IN",
  name: "Instance Normalisation",
  paper: {
    title: "Instance Normalization: The Missing Ingredient for Fast Stylization",
    authors: "Ulyanov, Vedaldi, Lempitsky",
    year: 2016,
    url: "https://arxiv.org/abs/1607.08022",
  },
  formula: String.raw`y = \gamma\,\frac{x - m_{nc}}{\sqrt{s_{nc}^2 + \epsilon}} + \beta,\quad \text{over one sample's positions}`,
  intuition: "Each picture's own contrast and brightness is removed, channel by channel.",
  pools: "sample",
  axes: { image: ["height", "width"], sequence: ["token"] },
  remembers: "nothing, or a running mean and variance where it is told to",
  cost: "two sums over each sample forwards and two backwards",
  pitfalls: [
    "How bright or loud a sample is, is erased: bad where that tells classes apart.",
    "A map of one position, or a sentence of one token, becomes its bias and nothing else.",
    "On text it reads all of a sentence, its future too.",
  ],
  invariances: ["shift", "scale"],
  adaptation: "On text, over the tokens of a sentence: the paper has pictures only.",
  gradient: "exact",
  metrics: [SAMPLE_SPREAD],
  suits: ({ causal }) =>
    causal ? "its statistics over tokens would read the future of a causal model" : true,
  params: {
    track: {
      kind: "toggle",
      label: "Remember",
      about: "Keep running statistics and use them at inference, as some libraries offer.",
      effect: "restart",
      initial: false,
    },
  },
  weights: affine,
  memory: ({ channels }, { track }): Record<string, MemorySpec> => ({
    ...(track && {
      mean: { shape: [channels], initial: 0, writtenBy: "forward" },
      variance: { shape: [channels], initial: 1, writtenBy: "forward" },
    }),
  }),
  normalise(tf, x, { weights, memory, mode, mask, clock }) {
    const { gain, bias } = weights;
    const { mean: oldMean, variance: oldVariance } = memory as { mean?: Tensor; variance?: Tensor };
    if (mode === "evaluate" && oldMean && oldVariance) {
      const scale = tf.div(gain, tf.sqrt(tf.add(oldVariance, 1e-5)));
      return { y: tf.scaleAndShift(x, { centre: oldMean, scale, shift: bias }), memory: {} };
    }
    const { mean, variance } = sampleMoments(tf, x, mask);
    const z = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
    const y = tf.scaleAndShift(z, { scale: gain, shift: bias });
    if (mode !== "train") return { y, memory: {} };
    const readings = { "sample-spread": sampleSpread(tf, x, mask, "sample") };
    if (!oldMean || !oldVariance) return { y, memory: {}, readings };
    const positions = positionsOf(tf, x, mask);
    const next = {
      mean: runningAverage(tf, oldMean, overSamples(tf, mean), clock),
      variance: runningAverage(
        tf,
        oldVariance,
        overSamples(tf, unbiased(tf, variance, positions)),
        clock,
      ),
    };
    return { y, memory: next, readings };
  },
});

/** From one instance's biased variance to the unbiased one. */
function unbiased(tf: Ops, variance: Tensor, positions: Tensor | number): Tensor {
  const less = tf.clip(tf.sub(tf.add(positions, tf.fill([1], 0)), 1), 1, Number.MAX_VALUE);
  return tf.mul(variance, tf.div(positions, less));
}

/** The mean over instances, [channels]. */
function overSamples(tf: Ops, x: Tensor): Tensor {
  const axes = x.shape.slice(0, -1).map((_, axis) => axis);
  return tf.stopGradient(tf.mean(x, axes));
}
