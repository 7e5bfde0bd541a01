import { defineNormaliser } from "../contract/normaliser.ts";
import { WEIGHT_NORM_METRICS, WEIGHT_NORM_PAPER, weightNormMaps } from "./weight-norm-maps.ts";

/**
 * Weight Normalisation: each output's weights are stored as a direction v and a length g, w = g·v/‖v‖, so that the
 * optimiser turns and stretches them separately. No activation is normalised; the start looks at one batch and makes every
 * map's output have mean 0 and deviation 1 there (1/√branches at the end of a residual branch).
 */
export default defineNormaliser({
  id: "weight-norm",
  label: "WN",
  name: "Weight Normalisation",
  paper: WEIGHT_NORM_PAPER,
  formula: String.raw`w_o = g_o\,\frac{v_o}{\lVert v_o \rVert_2}`,
  intuition:
    "Each neuron’s weights are stored as a direction and a length, so that they can be turned and stretched apart.",
  pools: "weights",
  axes: { image: [], sequence: [] },
  remembers: "nothing; its start looks at one batch",
  cost: "a length of each output’s weights; nothing for the activations",
  pitfalls: [
    "Without the start that looks at data it is the plain start in other words.",
    "A start on a tiny or one-sided batch gives bad scales.",
    "Nothing holds the activations later in training.",
  ],
  invariances: [],
  adaptation:
    "The last map of every residual branch starts at 1/√branches, so that the stream does not grow; in a Transformer it is used at all.",
  gradient: "exact",
  suits: () => true,
  metrics: WEIGHT_NORM_METRICS,
  params: {},
  maps: weightNormMaps({ bias: true }),
});
