import type { MetricDefinition } from "../contract/metric.ts";
import { euclidean, rootSum } from "./euclidean.ts";

/**
 * The paper's distance, (1/d)·‖batch − running‖₂ over a site's d channels (Shen et al., 2020, figure 2). It carries the
 * activations' own scale and 1/√d, so networks of different width or scale are not comparable by it alone.
 */
const distance: MetricDefinition = {
  id: "distance",
  of: "input",
  name: "Distance, as in the paper",
  question: "How far is this batch from what the layer remembers?",
  formula: {
    mean: String.raw`\tfrac1d \lVert \mu_B - \mu \rVert_2`,
    variance: String.raw`\tfrac1d \lVert \sigma_B^2 - \sigma^2 \rVert_2`,
    "quadratic-mean": String.raw`\tfrac1d \lVert \psi_B^2 - \psi^2 \rVert_2`,
  },
  unit: "in units of the activations",
  about:
    "The Euclidean distance over channels divided by their number: what the paper plots. It grows with the scale of the activations.",
  read: ({ batch, running, channels }, statistic) =>
    euclidean(batch[statistic], running[statistic]) / channels,
  floor: {
    kind: "root-mean-square",
    read: ({ channels }, variance, statistic) => rootSum(variance[statistic]) / channels,
  },
};

export default distance;
