import type { MetricDefinition } from "../contract/metric.ts";
import { euclidean } from "./euclidean.ts";

/**
 * (1/d)·‖g‖₂ of the gradient statistics: the means over the batch of ĝ and of ĝ·x̂, which are what flows into x through
 * µ_B, and through σ²_B or ψ²_B (Shen et al., 2020). ĝ is the gradient at the normalised value, γ·∂L/∂y.
 */
const gradientSize: MetricDefinition = {
  id: "gradient-size",
  of: "gradient",
  name: "Gradient statistics, size",
  question: "How much gradient flows through this batch’s statistics?",
  formula: {
    mean: String.raw`\tfrac1d \lVert g_\mu \rVert_2,\quad g_\mu = \tfrac1N \textstyle\sum_i \hat g_i`,
    variance: String.raw`\tfrac1d \lVert g_{\sigma^2} \rVert_2,\quad g_{\sigma^2} = \tfrac1N \textstyle\sum_i \hat g_i \tfrac{x_i - \mu_B}{\sigma_B}`,
    "quadratic-mean": String.raw`\tfrac1d \lVert g_{\psi^2} \rVert_2,\quad g_{\psi^2} = \tfrac1N \textstyle\sum_i \hat g_i \tfrac{x_i}{\psi_B}`,
  },
  unit: "in units of the gradient",
  about:
    "What the paper plots backwards: the batch’s own statistics of the gradient, as long as they are. Batch Normalisation sends gradient through the first two, PN-V through the third.",
  read: ({ batch, channels }, statistic) => euclidean(batch[statistic]) / channels,
};

export default gradientSize;
