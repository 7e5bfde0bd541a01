import type { SiteShape, WeightSpec } from "../contract/net.ts";
import { zeros } from "../contract/net.ts";
import { defineNormaliser } from "../contract/normaliser.ts";
import { meanOnly, meanOnlyMemory } from "./mean-only.ts";

/** Mean-only Batch Normalisation: the batch's mean is taken off, and nothing is divided: y = x − µ_B + β. */
export default defineNormaliser({
  id: "mean-only-batch-norm",
  label: "MOBN",
  name: "Mean-only Batch Normalisation",
  paper: {
    title:
      "Weight Normalization: A Simple Reparameterization to Accelerate Training of Deep Neural Networks",
    authors: "Salimans, Kingma",
    year: 2016,
    url: "https://arxiv.org/abs/1602.07868",
  },
  formula: String.raw`y = x - \mu_B + \beta`,
  intuition:
    "Half of Batch Normalisation: each channel is centred by the batch, and its spread is left alone.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running mean of every channel",
  cost: "one sum over the batch forwards and one backwards",
  pitfalls: [
    "Nothing holds the scale: it wants weight normalisation, or another hold on the spread.",
    "Inference uses another mean than training.",
  ],
  invariances: ["shift"],
  gradient: "exact",
  suits: () => true,
  params: {},
  weights: ({ channels }: SiteShape): Record<"bias", WeightSpec> => ({
    bias: { shape: [channels], init: zeros },
  }),
  memory: meanOnlyMemory,
  normalise: (tf, x, at) => meanOnly(tf, x, at),
});
