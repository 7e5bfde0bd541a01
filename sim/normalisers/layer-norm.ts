import { defineNormaliser } from "../contract/normaliser.ts";
import { ones, zeros } from "../contract/net.ts";

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
  gradient: "exact",
  suits: () => true,
  params: {},
  weights: ({ channels }) => ({
    gain: { shape: [channels], init: ones },
    bias: { shape: [channels], init: zeros },
  }),
  memory: () => ({}),
  normalise(tf, x, { weights }) {
    const z = tf.standardiseTokens(x, { groups: 1, centre: true, epsilon: 1e-5 });
    return { y: tf.scaleAndShift(z, { scale: weights.gain, shift: weights.bias }), memory: {} };
  },
});
