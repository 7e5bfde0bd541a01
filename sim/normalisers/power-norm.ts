import { defineNormaliser } from "../contract/normaliser.ts";
import { affine } from "./affine.ts";
import {
  POWER_NORM_METRICS,
  POWER_NORM_PAPER,
  POWER_NORM_PARAMS,
  powerMemory,
  powerNormalise,
} from "./power-normalise.ts";

/**
 * Power Normalisation as released: group scaling, then division by the running quadratic mean, with an approximate
 * backward pass. Group scaling divides every token's groups of channels, one a head, by their own root mean square.
 */
export default defineNormaliser({
  id: "power-norm",
  label: "PN",
  name: "Power Normalisation",
  paper: POWER_NORM_PAPER,
  formula: String.raw`y = \gamma\,\frac{u}{\sqrt{\psi^2 + \epsilon}} + \beta,\quad u = \frac{x}{\mathrm{rms}_{\text{group}}(x)}`,
  intuition:
    "Each token is first scaled by its own groups; then the running quadratic mean ψ, not this batch's, is divided out.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running quadratic mean φ, and ν, of every channel",
  cost: "group scaling by token, one sum over the batch forwards and one backwards",
  pitfalls: [
    "The backward pass is not the forward pass’s gradient.",
    "Group scaling is a per-token RMSNorm: part of what helps is not the running statistic.",
    "When warm-up ends the layer changes from the batch’s statistic to the running one, and the loss may jump.",
  ],
  invariances: ["scale"],
  metrics: POWER_NORM_METRICS,
  gradient: "surrogate",
  looksAtBatch: "until warm-up ends",
  suits: () => true,
  params: POWER_NORM_PARAMS,
  weights: affine,
  memory: powerMemory,
  normalise(tf, x, at) {
    const u = tf.standardiseTokens(x, { groups: at.shape.heads, centre: false, epsilon: 1e-5 });
    const { quadraticMean } = tf.channelMoments(tf.stopGradient(u), at.mask);
    const own = { batch: quadraticMean, running: at.memory.phi };
    return { ...powerNormalise(tf, u, quadraticMean, at), own };
  },
});
