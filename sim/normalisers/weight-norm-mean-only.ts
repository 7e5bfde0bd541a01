import type { SiteShape, WeightSpec } from "../contract/net.ts";
import { zeros } from "../contract/net.ts";
import { defineNormaliser } from "../contract/normaliser.ts";
import { meanOnly, meanOnlyMemory } from "./mean-only.ts";
import { WEIGHT_NORM_METRICS, WEIGHT_NORM_PAPER, weightNormMaps } from "./weight-norm-maps.ts";

/** Weight Normalisation with mean-only Batch Normalisation after each map: lengths are learned, means taken off. */
export default defineNormaliser({
  id: "weight-norm-mean-only",
  label: "WN+MOBN",
  name: "Weight Normalisation with mean-only Batch Normalisation",
  paper: WEIGHT_NORM_PAPER,
  formula: String.raw`y = t - \mu_B(t) + \beta,\quad t = x \cdot g\,\frac{v}{\lVert v \rVert_2}`,
  intuition:
    "Weight normalisation holds the spread, and the batch’s mean is taken off: no variance anywhere.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running mean of every channel",
  cost: "a length of each output’s weights, and one sum over the batch",
  pitfalls: [
    "Inference uses another mean than training.",
    "The start looks at one batch, and a bad batch gives bad scales.",
  ],
  invariances: [],
  gradient: "exact",
  suits: ({ placement }) =>
    placement === "convolution"
      ? true
      : "its mean must be taken off right after each map, and a Transformer’s norms stand elsewhere",
  metrics: WEIGHT_NORM_METRICS,
  params: {},
  weights: ({ channels }: SiteShape): Record<"bias", WeightSpec> => ({
    bias: { shape: [channels], init: zeros },
  }),
  memory: meanOnlyMemory,
  normalise: (tf, x, at) => meanOnly(tf, x, at),
  maps: weightNormMaps({ bias: false }),
});
