import type { Clock, MemorySpec, SiteShape, WeightSpec } from "../contract/net.ts";
import { ones } from "../contract/net.ts";
import { defineNormaliser } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { affine } from "./affine.ts";
import { runningAverage } from "./running-average.ts";
import { memberMoments } from "./switchable-members.ts";
import type { Member } from "./switchable-members.ts";

/**
 * Switchable Normalisation: the statistics of instance, layer and batch are blended, means and variances apart, with
 * weights that each layer learns. Only the batch's member has a memory. On text the members are layer and batch.
 */
export default defineNormaliser({
  id: "switchable-norm",
  label: "SN",
  name: "Switchable Normalisation",
  paper: {
    title: "Differentiable Learning-to-Normalize via Switchable Normalization",
    authors: "Luo, Ren, Peng, Zhang, Li",
    year: 2019,
    url: "https://arxiv.org/abs/1806.10779",
  },
  formula: String.raw`y = \gamma\,\frac{x - \sum_k w_k m_k}{\sqrt{\sum_k w'_k v_k + \epsilon}} + \beta,\quad k \in \{\mathrm{IN}, \mathrm{LN}, \mathrm{BN}\}`,
  intuition: "Each layer learns how much to trust the picture, the layer and the batch.",
  pools: "batch",
  axes: { image: ["batch", "height", "width", "channel"], sequence: ["batch", "token", "channel"] },
  remembers: "a running mean and variance for the batch’s member",
  cost: "the sums of all its members, and a softmax a layer",
  pitfalls: [
    "Its weights move slowly: watch them, not the logits.",
    "The batch’s memory begins at zero, so an evaluation in the first steps explodes.",
    "A map of one position has no unbiased variance.",
  ],
  invariances: ["shift", "scale"],
  adaptation: "On text, layer and batch statistics of tokens; the paper has pictures only.",
  gradient: "exact",
  suits: () => true,
  metrics: [
    {
      id: "batch-weight",
      name: "Trust in the batch",
      unit: "softmax weight, of the mean and the variance averaged",
      about:
        "How much of the blended statistic comes from the batch: what the gap is multiplied by.",
      read: ([ofMean = Number.NaN, ofVariance = Number.NaN]) => (ofMean + ofVariance) / 2,
    },
    {
      id: "weighted-gap",
      name: "Weighted gap",
      unit: "share, mean over channels",
      about: "The batch member’s distance from its memory, times the trust that is put in it.",
      read: ([gap = Number.NaN]) => gap,
    },
  ],
  params: {
    variance: {
      kind: "choice",
      label: "Variance",
      about: "On pictures of the instance, on text of both members: divided by N, or by N − 1.",
      effect: "restart",
      options: ["biased", "unbiased"],
      initial: "biased",
    },
    statistics: {
      kind: "choice",
      label: "Memory",
      about: "A running average, or the plain average over all batches seen.",
      effect: "restart",
      options: ["running", "all batches"],
      initial: "running",
    },
  },
  weights: (shape) => ({
    ...affine(shape),
    meanLogits: logits(shape),
    varianceLogits: logits(shape),
  }),
  memory: ({ channels }): Record<"mean" | "variance" | "count", MemorySpec> => ({
    mean: { shape: [channels], initial: 0, writtenBy: "forward" },
    // Of all batches: the mean of squares, from which the variance is taken.
    variance: { shape: [channels], initial: 0, writtenBy: "forward" },
    count: { shape: [], initial: 0, writtenBy: "forward" },
  }),
  normalise(tf, x, { mode, mask, memory, weights, shape, clock, params }) {
    const whole = params.statistics === "all batches";
    const remembered = rememberedBatch(tf, memory, whole);
    const members = memberMoments(tf, x, {
      mask,
      layout: shape.layout,
      unbiased: params.variance === "unbiased",
    });
    const batch = members.at(-1) as Member;
    const used = mode === "evaluate" ? [...members.slice(0, -1), remembered] : members;
    const ofMean = tf.softmax(weights.meanLogits);
    const ofVariance = tf.softmax(weights.varianceLogits);
    const mean = blend(
      tf,
      ofMean,
      used.map((member) => member.mean),
    );
    const variance = blend(
      tf,
      ofVariance,
      used.map((member) => member.variance),
    );
    const z = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
    const y = tf.scaleAndShift(z, { scale: weights.gain, shift: weights.bias });
    if (mode !== "train") return { y, memory: {} };
    const { channels } = shape;
    const fresh = {
      mean: tf.stopGradient(tf.reshape(batch.mean, [channels])),
      variance: tf.stopGradient(tf.reshape(batch.variance, [channels])),
    };
    const last = [
      tf.slice(ofMean, [used.length - 1], [1]),
      tf.slice(ofVariance, [used.length - 1], [1]),
    ];
    const trust = tf.concat(last, 0);
    return {
      y,
      memory: nextMemory(tf, memory, fresh, whole ? null : clock),
      readings: {
        "batch-weight": trust,
        "weighted-gap": weightedGap(tf, fresh, remembered, trust),
      },
    };
  },
});

function logits({ layout }: SiteShape): WeightSpec {
  return { shape: [layout === "image" ? 3 : 2], init: ones };
}

function blend(tf: Ops, weights: Tensor, members: readonly Tensor[]): Tensor {
  return members
    .map((member, k) => tf.mul(member, tf.slice(weights, [k], [1])))
    .reduce((sum, part) => tf.add(sum, part));
}

type Memory = Readonly<Record<"mean" | "variance" | "count", Tensor>>;

function rememberedBatch(tf: Ops, { mean, variance, count }: Memory, whole: boolean): Member {
  if (!whole) return { mean, variance };
  const batches = tf.clip(count, 1, Number.MAX_VALUE);
  const average = tf.div(mean, batches);
  const spread = tf.sub(tf.div(variance, batches), tf.square(average));
  return { mean: average, variance: tf.clip(spread, 0, Number.MAX_VALUE) };
}

/** The running average by α; or, with null, sums over all batches of the mean and of the mean square. */
function nextMemory(tf: Ops, memory: Memory, fresh: Member, clock: Clock | null): Memory {
  const count = tf.add(memory.count, 1);
  if (clock === null)
    return {
      mean: tf.add(memory.mean, fresh.mean),
      variance: tf.add(memory.variance, tf.add(fresh.variance, tf.square(fresh.mean))),
      count,
    };
  return {
    mean: runningAverage(tf, memory.mean, fresh.mean, clock),
    variance: runningAverage(tf, memory.variance, fresh.variance, clock),
    count,
  };
}

/** mean over channels of |µ_B − µ|/σ and |σ_B/σ − 1|, each times its weight, averaged. */
function weightedGap(tf: Ops, batch: Member, memory: Member, trust: Tensor): Tensor {
  const deviation = tf.sqrt(tf.clip(memory.variance, 1e-5, Number.MAX_VALUE));
  const ofMean = tf.mean(tf.abs(tf.div(tf.sub(batch.mean, memory.mean), deviation)), [0], true);
  const ratio = tf.div(tf.sqrt(batch.variance), deviation);
  const ofSpread = tf.mean(tf.abs(tf.sub(ratio, 1)), [0], true);
  return tf.mean(tf.mul(tf.concat([ofMean, ofSpread], 0), trust), [0]);
}
