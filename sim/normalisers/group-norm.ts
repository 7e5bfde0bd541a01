import { defineNormaliser } from "../contract/normaliser.ts";
import { SAMPLE_SPREAD, sampleSpread } from "./sample-spread.ts";
import { affine } from "./affine.ts";
import { dividing, groupStandardised } from "./group-standardised.ts";

/**
 * Group Normalisation: the channels of one sample are split into contiguous groups, and each group is centred and scaled
 * by its own statistics; on pictures over all positions, on text token by token, so that nothing is read from the future.
 */
export default defineNormaliser({
  id: "group-norm",
  label: "GN",
  name: "Group Normalisation",
  paper: {
    title: "Group Normalization",
    authors: "Wu, He",
    year: 2018,
    url: "https://arxiv.org/abs/1803.08494",
  },
  formula: String.raw`y = \gamma\,\frac{x - m_g}{\sqrt{s_g^2 + \epsilon}} + \beta,\quad m_g, s_g^2 \text{ over one group of one sample}`,
  intuition:
    "A handful of related channels of one sample are normalised together, so the batch no longer matters.",
  pools: "sample",
  axes: { image: ["height", "width", "channel"], sequence: ["channel"], inGroups: true },
  remembers: "nothing",
  cost: "two sums over each group forwards and two backwards",
  pitfalls: [
    "A little worse than Batch Normalisation where batches are large.",
    "The channels must divide into the groups; where they do not, fewer groups are taken.",
    "Pooled over tokens it would read the future of a causal model.",
  ],
  invariances: ["shift", "scale"],
  adaptation: "On text, groups of one token's channels: the paper has pictures only.",
  gradient: "exact",
  metrics: [SAMPLE_SPREAD],
  suits: () => true,
  params: {
    groups: {
      kind: "choice",
      label: "Groups",
      about: "Into how many groups the channels are split; 1 takes them all together.",
      effect: "restart",
      options: ["1", "2", "4", "8", "16", "32"],
      initial: "4",
    },
    tokens: {
      kind: "choice",
      label: "Tokens",
      about:
        "On text: each token alone, or a whole sentence together, all that comes later included.",
      effect: "restart",
      options: ["alone", "together"],
      initial: "alone",
    },
  },
  weights: affine,
  memory: () => ({}),
  normalise(tf, x, { weights, shape, mask, params, mode }) {
    const groups = Number(params.groups);
    const z =
      shape.layout === "sequence" && params.tokens === "alone"
        ? tf.standardiseTokens(x, {
            groups: dividing(shape.channels, groups),
            centre: true,
            epsilon: 1e-5,
          })
        : groupStandardised(tf, x, mask, groups);
    const over = shape.layout === "sequence" && params.tokens === "alone" ? "token" : "sample";
    return {
      y: tf.scaleAndShift(z, { scale: weights.gain, shift: weights.bias }),
      memory: {},
      ...(mode === "train" && { readings: { "sample-spread": sampleSpread(tf, x, mask, over) } }),
    };
  },
});
