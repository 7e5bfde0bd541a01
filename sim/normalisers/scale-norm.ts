import { defineNormaliser } from "../contract/normaliser.ts";
import { SAMPLE_SPREAD, sampleSpread } from "./sample-spread.ts";

/** ScaleNorm: each token is put on one sphere, whose radius g is the only thing learned: y = g·x/‖x‖. */
export default defineNormaliser({
  id: "scale-norm",
  label: "ScaleNorm",
  name: "ScaleNorm",
  paper: {
    title: "Transformers without Tears: Improving the Normalization of Self-Attention",
    authors: "Nguyen, Salazar",
    year: 2019,
    url: "https://arxiv.org/abs/1910.05895",
  },
  formula: String.raw`y = g\,\frac{x}{\max(\lVert x \rVert_2, \epsilon)}`,
  intuition: "Every token is put on one sphere, and only its radius is learned.",
  pools: "token",
  axes: { image: ["channel"], sequence: ["channel"] },
  remembers: "nothing",
  cost: "one sum over each token, and a single learned number a layer",
  pitfalls: [
    "Channels cannot be scaled apart.",
    "The last layer’s g must be free to grow, or the output cannot be made sure.",
    "Tokens shorter than ε pass no gradient through their length.",
  ],
  invariances: ["scale"],
  adaptation: "On pictures, each position alone: the paper has text only.",
  gradient: "exact",
  metrics: [SAMPLE_SPREAD],
  suits: () => true,
  params: {},
  weights: ({ channels }) => ({
    radius: { shape: [], init: { kind: "constant", value: Math.sqrt(channels) } },
  }),
  memory: () => ({}),
  normalise(tf, x, { weights, mask, mode }) {
    const last = x.shape.length - 1;
    // The root of the clipped square: at zero a root has no gradient to give.
    const length = tf.sqrt(tf.clip(tf.sum(tf.square(x), [last], true), 1e-10, Number.MAX_VALUE));
    return {
      y: tf.mul(tf.div(x, length), weights.radius),
      memory: {},
      ...(mode === "train" && {
        readings: { "sample-spread": sampleSpread(tf, x, mask, "token") },
      }),
    };
  },
});
