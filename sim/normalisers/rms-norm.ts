import { defineNormaliser } from "../contract/normaliser.ts";
import { ones } from "../contract/net.ts";
import { SAMPLE_SPREAD, sampleSpread } from "./sample-spread.ts";

/**
 * RMSNorm: Layer Normalisation without centring. Each token is divided by the root mean square of its channels, or of the
 * first few of them (partial RMSNorm), and scaled; there is no shift.
 */
export default defineNormaliser({
  id: "rms-norm",
  label: "RMSNorm",
  name: "Root Mean Square Layer Normalisation",
  paper: {
    title: "Root Mean Square Layer Normalization",
    authors: "Zhang, Sennrich",
    year: 2019,
    url: "https://arxiv.org/abs/1910.07467",
  },
  formula: String.raw`y = \gamma\,\frac{x}{\sqrt{\tfrac1C \sum_c x_c^2 + \epsilon}}`,
  intuition:
    "Only the length of a token is fixed; where it points, its mean included, is left alone.",
  pools: "token",
  axes: { image: ["channel"], sequence: ["channel"] },
  remembers: "nothing",
  cost: "one sum over each token forwards and one backwards",
  pitfalls: [
    "A mean shared by all channels survives.",
    "Where a token is nearly nothing, ε decides, and implementations place it differently.",
    "From a part of the channels, the statistic can be near zero, and the output huge.",
  ],
  invariances: ["scale"],
  adaptation: "On pictures, each position alone: the paper has text only.",
  gradient: "exact",
  metrics: [SAMPLE_SPREAD],
  suits: () => true,
  params: {
    epsilon: {
      kind: "choice",
      label: "ε",
      about: "Inside the root, as common, or added to the root, as in the authors’ code.",
      effect: "restart",
      options: ["inside", "outside"],
      initial: "inside",
    },
    share: {
      kind: "range",
      label: "Share of channels",
      about: "From how many of the channels, the first ones, the root mean square is taken.",
      effect: "restart",
      min: 0.1,
      max: 1,
      step: 0.05,
      initial: 1,
    },
  },
  weights: ({ channels }) => ({ gain: { shape: [channels], init: ones } }),
  memory: () => ({}),
  normalise(tf, x, { weights, shape, params, mask, mode }) {
    const { channels } = shape;
    const readings =
      mode === "train" ? { "sample-spread": sampleSpread(tf, x, mask, "token") } : {};
    const counted = Math.max(1, Math.floor(channels * params.share));
    if (params.epsilon === "inside" && counted === channels) {
      const z = tf.standardiseTokens(x, { groups: 1, centre: false, epsilon: 1e-5 });
      return { y: tf.scaleAndShift(z, { scale: weights.gain }), memory: {}, readings };
    }
    const rest = x.shape.slice(0, -1);
    const first =
      counted === channels ? x : tf.slice(x, [...rest.map(() => 0), 0], [...rest, counted]);
    const square = tf.mean(tf.square(first), [rest.length], true);
    const root =
      params.epsilon === "inside"
        ? tf.sqrt(tf.add(square, 1e-5))
        : tf.add(tf.sqrt(tf.add(square, 1e-30)), 1e-8);
    return {
      y: tf.scaleAndShift(tf.div(x, root), { scale: weights.gain }),
      memory: {},
      readings,
    };
  },
});
