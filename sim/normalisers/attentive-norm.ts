import type { MemorySpec, SiteShape, WeightSpec } from "../contract/net.ts";
import { ones, zeros } from "../contract/net.ts";
import { defineNormaliser } from "../contract/normaliser.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { groupStandardised } from "./group-standardised.ts";
import { runningAverage, unbiased } from "./running-average.ts";
import { sampleMoments } from "./sample-moments.ts";

const EPSILON = 1e-5;

/**
 * Attentive Normalisation: instead of one scale and shift for everyone, K of them are mixed, with weights λ chosen by the
 * sample itself. On pictures the attention looks at each channel's mean in units of its spread; on text each token looks at
 * itself, since a sentence's average would read its future.
 */
export default defineNormaliser({
  id: "attentive-norm",
  label: "AN",
  name: "Attentive Normalisation",
  paper: {
    title: "Attentive Normalization",
    authors: "Li, Sun, Wu",
    year: 2020,
    url: "https://arxiv.org/abs/1908.01259",
  },
  formula: String.raw`y = \Big(\sum_k \lambda_k \gamma_k\Big)\,\hat{x} + \sum_k \lambda_k \beta_k,\quad \lambda = h(\mathrm{BN}(W s(x)))`,
  intuition:
    "Instead of one scale and shift for everyone, K are mixed, with weights chosen by the picture itself.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["channel"] },
  remembers:
    "on pictures, with the batch’s backbone: running statistics of features and of attention",
  cost: "its backbone, an average of each sample, and a small product",
  pitfalls: [
    "The weights do not sum to one: at the start the gain is about K/2.",
    "The scale depends on the sample, so it cannot be folded into the convolution at inference.",
    "With few samples the attention’s own batch statistics are noise.",
  ],
  invariances: [],
  adaptation: "On text, attention by token over Layer Normalisation.",
  gradient: "exact",
  suits: () => true,
  metrics: [
    {
      id: "attention-gap",
      name: "Gap of the attention",
      unit: "share, mean over the K mixtures",
      about: "How far the batch’s attention logits lie from what the attention remembers of them.",
      read: ([gap = Number.NaN]) => gap,
    },
  ],
  params: {
    mixtures: {
      kind: "range",
      label: "Mixtures K",
      about: "How many pairs of scale and shift are mixed.",
      effect: "restart",
      min: 2,
      max: 20,
      step: 1,
      unit: "pairs",
      initial: 5,
    },
    backbone: {
      kind: "choice",
      label: "Backbone",
      about:
        "On pictures: standardised by the batch, or in groups of one picture. Text always takes each token.",
      effect: "restart",
      options: ["batch", "group"],
      initial: "batch",
    },
    groups: {
      kind: "choice",
      label: "Groups",
      about: "Into how many groups the group backbone splits the channels.",
      effect: "restart",
      options: ["1", "2", "4", "8"],
      initial: "4",
    },
  },
  weights: (shape, { mixtures, backbone }): Record<string, WeightSpec> => ({
    gains: { shape: [mixtures, shape.channels], init: { kind: "normal", mean: 1, deviation: 0.1 } },
    biases: {
      shape: [mixtures, shape.channels],
      init: { kind: "normal", mean: 0, deviation: 0.1 },
    },
    attention: { shape: [mixtures, shape.channels], init: uniform(shape.channels) },
    ...(byBatch(shape, backbone)
      ? {
          attentionGain: { shape: [mixtures], init: ones },
          attentionBias: { shape: [mixtures], init: zeros },
        }
      : { attentionBias: { shape: [mixtures], init: zeros } }),
  }),
  memory: (shape, { mixtures, backbone }): Record<string, MemorySpec> =>
    byBatch(shape, backbone)
      ? {
          mean: running(shape.channels, 0),
          variance: running(shape.channels, 1),
          attentionMean: running(mixtures, 0),
          attentionVariance: running(mixtures, 1),
        }
      : {},
  normalise(tf, x, at) {
    const { weights, shape, mode, moments, memory, clock, params } = at;
    const [gains, biases, attention] = [weights.gains, weights.biases, weights.attention] as [
      Tensor,
      Tensor,
      Tensor,
    ];
    const mix = (standard: Tensor, lambda: Tensor): Tensor => {
      const side = lambda.shape.slice(0, -1);
      const shapeOf = (mixed: Tensor): Tensor =>
        tf.reshape(mixed, spreadShape(x, side, shape.channels));
      return tf.add(
        tf.mul(shapeOf(tf.linear(lambda, gains)), standard),
        shapeOf(tf.linear(lambda, biases)),
      );
    };
    const across = tf.transpose(attention, [1, 0]); // [channels, K]
    const bias = weights.attentionBias as Tensor;
    if (shape.layout === "sequence") {
      const standard = tf.standardiseTokens(x, { groups: 1, centre: true, epsilon: EPSILON });
      const lambda = hardSigmoid(tf, tf.add(tf.linear(standard, across), bias)); // [batch, token, K]
      return { y: mix(standard, lambda), memory: {} };
    }
    const logits = tf.linear(relativeMean(tf, x), across); // [pictures, K]
    if (params.backbone === "group") {
      const standard = groupStandardised(tf, x, null, Number(params.groups));
      return { y: mix(standard, hardSigmoid(tf, tf.add(logits, bias))), memory: {} };
    }
    const of = tf.channelMoments(logits, null);
    const feature = mode === "evaluate" ? remembered(memory, "") : moments;
    const attended = mode === "evaluate" ? remembered(memory, "attention") : of;
    const scale = (variance: Tensor): Tensor => tf.div(1, tf.sqrt(tf.add(variance, EPSILON)));
    const standard = tf.scaleAndShift(x, { centre: feature.mean, scale: scale(feature.variance) });
    const gain = tf.mul(weights.attentionGain as Tensor, scale(attended.variance));
    const lambda = hardSigmoid(
      tf,
      tf.scaleAndShift(logits, { centre: attended.mean, scale: gain, shift: bias }),
    );
    const y = mix(standard, lambda);
    if (mode !== "train") return { y, memory: {} };
    const next = (name: string, fresh: Tensor): Tensor =>
      runningAverage(tf, memory[name] as Tensor, tf.stopGradient(fresh), clock);
    const old = remembered(memory, "attention");
    return {
      y,
      memory: {
        mean: next("mean", moments.mean),
        variance: next("variance", tf.mul(moments.variance, unbiased(tf, moments.count))),
        attentionMean: next("attentionMean", of.mean),
        attentionVariance: next("attentionVariance", tf.mul(of.variance, unbiased(tf, of.count))),
      },
      readings: {
        "attention-gap": tf.mean(
          tf.abs(tf.mul(tf.sub(of.mean, old.mean), scale(old.variance))),
          [0],
        ),
      },
    };
  },
});

function byBatch({ layout }: SiteShape, backbone: "batch" | "group"): boolean {
  return layout === "image" && backbone === "batch";
}

function running(size: number, initial: number): MemorySpec {
  return { shape: [size], initial, writtenBy: "forward" };
}

function uniform(fanIn: number): WeightSpec["init"] {
  return { kind: "uniform", low: -(fanIn ** -0.5), high: fanIn ** -0.5 };
}

function remembered(memory: Readonly<Record<string, Tensor>>, prefix: "" | "attention") {
  const name = (part: string): string =>
    prefix === "" ? part : `${prefix}${part[0]?.toUpperCase() ?? ""}${part.slice(1)}`;
  return { mean: memory[name("mean")] as Tensor, variance: memory[name("variance")] as Tensor };
}

/** Each channel's mean over a picture in units of its (unbiased) spread there, [pictures, channels]. */
function relativeMean(tf: Ops, x: Tensor): Tensor {
  const { mean, variance } = sampleMoments(tf, x, null);
  const positions = x.shape.slice(1, -1).reduce((product, n) => product * n, 1);
  const spread = tf.mul(variance, positions / Math.max(1, positions - 1));
  const ratio = tf.div(mean, tf.sqrt(tf.add(spread, 1e-3)));
  return tf.reshape(ratio, [x.shape[0] ?? 1, x.shape.at(-1) ?? 1]);
}

/** clip(u + 3, 0, 6)/6 */
function hardSigmoid(tf: Ops, x: Tensor): Tensor {
  return tf.div(tf.clip(tf.add(x, 3), 0, 6), 6);
}

/** One mixture a sample, or one a token, shaped to broadcast against x. */
function spreadShape(x: Tensor, side: readonly number[], channels: number): number[] {
  const missing = x.shape.length - 1 - side.length;
  return [...side, ...Array<number>(missing).fill(1), channels];
}
