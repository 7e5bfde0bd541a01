import type { Clock } from "../contract/net.ts";
import { defineNormaliser } from "../contract/normaliser.ts";
import { affine } from "./affine.ts";
import { runningAverage } from "./running-average.ts";

/** Inside the square root, as in the paper. */
const EPSILON = 1e-3;

/**
 * Batch Renormalisation: normalise by the batch, then correct by r and d to what the running statistics would have given.
 * Gradients flow through the batch's statistics but not through r and d. While nothing clips, training's output is
 * inference's formula.
 */
export default defineNormaliser({
  id: "batch-renorm",
  label: "BRN",
  name: "Batch Renormalisation",
  paper: {
    title:
      "Batch Renormalization: Towards Reducing Minibatch Dependence in Batch-Normalized Models",
    authors: "Ioffe",
    year: 2017,
    url: "https://arxiv.org/abs/1702.03275",
  },
  formula: String.raw`y = \gamma\Big(\frac{x - \mu_B}{\sigma_B}\,r + d\Big) + \beta,\quad r = \frac{\sigma_B}{\sigma},\; d = \frac{\mu_B - \mu}{\sigma}`,
  intuition:
    "The batch serves for the gradients, the running average for the values, so that training sees what inference will.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running mean and deviation of every channel",
  cost: "as Batch Normalisation, and two corrections a channel",
  pitfalls: [
    "Opened before the running statistics have settled, r and d diverge.",
    "The correction belongs before γ and β.",
    "The running statistics move after r and d are taken, never before.",
  ],
  invariances: [],
  gradient: "surrogate",
  looksAtBatch: "until r and d open, and wherever they are clipped",
  suits: () => true,
  metrics: [
    {
      id: "r",
      name: "r, the correction of the spread",
      unit: "mean over channels of |r − 1|",
      about: "How far the batch’s deviation lies from the running one: the gap, corrected away.",
      read: (values) => mean(values, (value) => Math.abs(value - 1)),
    },
    {
      id: "d",
      name: "d, the correction of the mean",
      unit: "mean over channels of |d|, in running deviations",
      about: "How far the batch’s mean lies from the running one.",
      read: (values) => mean(values, Math.abs),
    },
    {
      id: "clipped",
      name: "Clipped channels",
      unit: "share of channels",
      about: "Where r or d met its bound, training and inference differ again.",
      read: (values) => mean(values, (value) => value),
    },
  ],
  params: {
    rMax: bound(
      "Largest r",
      "r is kept between 1/r_max and r_max; at 1 this is Batch Normalisation.",
      1,
      10,
      3,
    ),
    dMax: bound(
      "Largest d",
      "d is kept between −d_max and d_max; at 0 the mean is the batch’s.",
      0,
      10,
      5,
    ),
    opening: {
      kind: "toggle",
      label: "Open slowly",
      about:
        "Batch Normalisation for the first tenth of the run, then the bounds open until two fifths of it.",
      effect: "restart",
      initial: true,
    },
  },
  weights: affine,
  memory: ({ channels }) => ({
    mean: { shape: [channels], initial: 0, writtenBy: "forward" },
    deviation: { shape: [channels], initial: 1, writtenBy: "forward" },
  }),
  normalise(tf, x, { mode, moments, memory, weights, clock, params }) {
    const { gain, bias } = weights;
    if (mode === "evaluate") {
      const scale = tf.div(gain, memory.deviation);
      return { y: tf.scaleAndShift(x, { centre: memory.mean, scale, shift: bias }), memory: {} };
    }
    const deviation = tf.sqrt(tf.add(moments.variance, EPSILON));
    const open = (at: Clock): number => (params.opening ? openness(at) : 1);
    const rMax = (at: Clock): number => 1 + (params.rMax - 1) * open(at);
    const dMax = (at: Clock): number => params.dMax * open(at);
    const freshMean = tf.stopGradient(moments.mean);
    const freshDeviation = tf.stopGradient(deviation);
    const wantedR = tf.div(freshDeviation, memory.deviation);
    const wantedD = tf.div(tf.sub(freshMean, memory.mean), memory.deviation);
    const r = tf.clip(
      wantedR,
      tf.now(clock, (at) => 1 / rMax(at)),
      tf.now(clock, rMax),
    );
    const d = tf.clip(
      wantedD,
      tf.now(clock, (at) => -dMax(at)),
      tf.now(clock, dMax),
    );
    const z = tf.scaleAndShift(x, { centre: moments.mean, scale: tf.div(r, deviation), shift: d });
    const y = tf.scaleAndShift(z, { scale: gain, shift: bias });
    if (mode !== "train") return { y, memory: {} };
    const off = tf.add(tf.abs(tf.sub(wantedR, r)), tf.abs(tf.sub(wantedD, d)));
    return {
      y,
      memory: {
        mean: runningAverage(tf, memory.mean, freshMean, clock),
        deviation: runningAverage(tf, memory.deviation, freshDeviation, clock),
      },
      readings: { r, d, clipped: tf.greater(off, 0) },
    };
  },
});

/** 0 for a tenth of the run, then up to 1 at two fifths: the paper's schedule, scaled to a run of this length. */
function openness({ step, steps }: Clock): number {
  return Math.min(1, Math.max(0, (step / steps - 0.1) / 0.3));
}

function bound(label: string, about: string, min: number, max: number, initial: number) {
  return { kind: "range", label, about, effect: "restart", min, max, step: 0.1, initial } as const;
}

function mean(values: Float32Array, of: (value: number) => number): number {
  return values.reduce((sum, value) => sum + of(value), 0) / values.length;
}
