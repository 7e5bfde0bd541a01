import type { MetricDefinition } from "../contract/metric.ts";
import { euclidean } from "./euclidean.ts";

/** (1/d)·‖g_B − g‖₂: the gradient statistics of this batch against their own running averages, which begin at nothing. */
const gradientDistance: MetricDefinition = {
  id: "gradient-distance",
  of: "gradient",
  name: "Gradient statistics, distance",
  question: "How far are this batch’s gradient statistics from their running averages?",
  formula: {
    mean: String.raw`\tfrac1d \lVert g_{\mu,B} - g_\mu \rVert_2`,
    variance: String.raw`\tfrac1d \lVert g_{\sigma^2,B} - g_{\sigma^2} \rVert_2`,
    "quadratic-mean": String.raw`\tfrac1d \lVert g_{\psi^2,B} - g_{\psi^2} \rVert_2`,
  },
  unit: "in units of the gradient",
  about:
    "How far the batch’s gradient statistics lie from what a running average of them remembers. PowerNorm’s ν is such an average.",
  read: ({ batch, running, channels }, statistic) =>
    euclidean(batch[statistic], running[statistic]) / channels,
};

export default gradientDistance;
