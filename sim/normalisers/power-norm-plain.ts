import { defineNormaliser } from "../contract/normaliser.ts";
import {
  POWER_NORM_PAPER,
  POWER_NORM_PARAMS,
  powerMemory,
  powerNormalise,
  powerWeights,
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
  gradient: "surrogate",
  suits: () => true,
  params: POWER_NORM_PARAMS,
  weights: powerWeights,
  memory: powerMemory,
  normalise: (tf, x, at) => powerNormalise(tf, x, at.moments.quadraticMean, at),
});
