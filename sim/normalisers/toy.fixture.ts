import { defineNormaliser } from "../contract/normaliser.ts";
import { affine } from "./affine.ts";

/** The toy that CONTRIBUTING builds: every channel is halved, and no more. One file; in the catalogue, one line. */
export default defineNormaliser({
  id: "toy",
  label: "Toy",
  name: "Halving",
  paper: null,
  formula: String.raw`y = \gamma\,\tfrac{x}{2} + \beta`,
  intuition: "Everything is halved, whatever it is.",
  pools: "nothing",
  axes: { image: [], sequence: [] },
  remembers: "nothing",
  cost: "one product",
  pitfalls: ["It normalises nothing."],
  invariances: [],
  gradient: "exact",
  suits: () => true,
  params: {},
  weights: affine,
  memory: () => ({}),
  normalise: (tf, x, { weights }) => ({
    y: tf.scaleAndShift(tf.mul(x, 0.5), { scale: weights.gain, shift: weights.bias }),
    memory: {},
  }),
});
