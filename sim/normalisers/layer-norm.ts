import { defineNormaliser } from "../contract/normaliser.ts";
import { SAMPLE_SPREAD, sampleSpread } from "./sample-spread.ts";
import { affine } from "./affine.ts";

/**
 * Layer Normalisation: each token (each position of a picture) is centred and scaled over its own channels. Nothing is
 * shared between rows and nothing is remembered, so training and inference are the same.
 */
export default defineNormaliser({
  id: "layer-norm",
  label: "LN",
  name: "Layer Normalisation",
  paper: {
    title: "Layer Normalization",
    authors: "Ba, Kiros, Hinton",
    year: 2016,
    url: "https://arxiv.org/abs/1607.06450",
  },
  formula: String.raw`y = \gamma\,\frac{x - m}{\sqrt{s^2 + \epsilon}} + \beta,\quad m, s^2 \text{ over one token's channels}`,
  intuition:
    "Each token is centred and scaled by itself, so there is nothing to remember and no gap.",
  pools: "token",
  axes: { image: ["channel"], sequence: ["channel"] },
  remembers: "nothing",
  cost: "two sums over each token forwards and two backwards",
  pitfalls: [
    "Channels of very different scale share one statistic.",
    "On pictures it is usually a little worse than Batch Normalisation.",
  ],
  invariances: ["shift", "scale"],
  gradient: "exact",
  metrics: [SAMPLE_SPREAD],
  suits: () => true,
  params: {
    over: {
      kind: "choice",
      label: "Normalise over",
      about:
        "On pictures: each position's channels, or a whole picture at once. A token is always normalised alone.",
      effect: "restart",
      options: ["position", "sample"],
      initial: "position",
    },
  },
  weights: affine,
  memory: () => ({}),
  normalise(tf, x, { weights, shape, params, mask, mode }) {
    const [samples = 1] = x.shape;
    const whole = shape.layout === "image" && params.over === "sample";
    const size = x.shape.reduce((product, n) => product * n, 1);
    const apart = whole ? tf.reshape(x, [samples, size / samples]) : x;
    const z = tf.standardiseTokens(apart, { groups: 1, centre: true, epsilon: 1e-5 });
    const together = whole ? tf.reshape(z, x.shape) : z;
    return {
      y: tf.scaleAndShift(together, { scale: weights.gain, shift: weights.bias }),
      memory: {},
      ...(mode === "train" && {
        readings: { "sample-spread": sampleSpread(tf, x, mask, whole ? "sample" : "token") },
      }),
    };
  },
});
