import { defineNormaliser } from "../contract/normaliser.ts";
import { affine } from "./affine.ts";
import { POWER_NORM_PAPER } from "./power-normalise.ts";
import { runningAverage } from "./running-average.ts";

/**
 * PN-V, vanilla Power Normalisation: Batch Normalisation without the mean. Each channel is divided by the quadratic mean
 * ψ_B of this batch, with the exact gradient; the running ψ² serves inference only. x̂ = x/√(ψ²_B + ε).
 */
export default defineNormaliser({
  id: "power-norm-v",
  label: "PN-V",
  name: "Power Normalisation, vanilla",
  paper: POWER_NORM_PAPER,
  formula: String.raw`y = \gamma\,\frac{x}{\sqrt{\psi_B^2 + \epsilon}} + \beta,\quad \psi_B^2 = \tfrac1N \textstyle\sum_i x_i^2`,
  intuition:
    "Like Batch Normalisation without the mean: only the quadratic mean ψ of the batch is divided out.",
  pools: "batch",
  axes: { image: ["batch", "height", "width"], sequence: ["batch", "token"] },
  remembers: "a running quadratic mean of every channel",
  cost: "one sum over the batch forwards and one backwards",
  pitfalls: [
    "Inference still uses another statistic than training.",
    "A large mean is not taken off: it only shrinks the rest.",
  ],
  invariances: ["scale"],
  gradient: "exact",
  suits: () => true,
  params: {},
  weights: affine,
  memory: ({ channels }) => ({
    quadraticMean: { shape: [channels], initial: 1, writtenBy: "forward" },
  }),
  normalise(tf, x, { mode, moments, memory, weights, clock }) {
    const { quadraticMean } = mode === "evaluate" ? memory : moments;
    const scale = tf.div(weights.gain, tf.sqrt(tf.add(quadraticMean, 1e-5)));
    const y = tf.scaleAndShift(x, { scale, shift: weights.bias });
    if (mode !== "train") return { y, memory: {} };
    const fresh = tf.stopGradient(moments.quadraticMean);
    return {
      y,
      memory: { quadraticMean: runningAverage(tf, memory.quadraticMean, fresh, clock) },
    };
  },
});
