import { defineNormaliser } from "../contract/normaliser.ts";
import { affine } from "./affine.ts";
import {
  POWER_NORM_METRICS,
  POWER_NORM_PAPER,
  POWER_NORM_PARAMS,
  powerMemory,
  powerNormalise,
} from "./power-normalise.ts";

/** Power Normalisation as the paper's main text has it: without the group scaling that the released code adds. */
export default defineNormaliser({
  id: "power-norm-plain",
  label: "PN plain",
  name: "Power Normalisation without group scaling",
  paper: POWER_NORM_PAPER,
  formula: String.raw`y = \gamma\,\frac{x}{\sqrt{\psi^2 + \epsilon}} + \beta`,
  intuition:
    "The running quadratic mean ψ, not this batch's, is divided out; ν stands in for the gradient through it.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running quadratic mean φ, and ν, of every channel",
  cost: "one sum over the batch forwards and one backwards",
  pitfalls: [
    "Batches whose ψ² is more than 20 times the running one (at α = 0.9) make ν grow without bound.",
    "Without warm-up it begins unnormalised, since φ begins at 1.",
  ],
  invariances: [],
  metrics: POWER_NORM_METRICS,
  gradient: "surrogate",
  looksAtBatch: "until warm-up ends",
  suits: () => true,
  params: POWER_NORM_PARAMS,
  weights: affine,
  memory: powerMemory,
  normalise: (tf, x, at) => powerNormalise(tf, x, at.moments.quadraticMean, at),
});
