import type { MetricDefinition } from "../contract/metric.ts";
import { euclidean } from "./euclidean.ts";

/**
 * The distance relative to the size of what is remembered, free of scale and width. The mean is measured in units of the
 * running deviation, ‖µ_B − µ‖/‖σ‖, since a mean near zero is no yardstick (Wang, Wu and Huang, 2022).
 */
const relativeDistance: MetricDefinition = {
  id: "relative-distance",
  name: "Relative distance",
  question: "How far is this batch, relative to what the layer remembers?",
  formula: {
    mean: String.raw`\lVert \mu_B - \mu \rVert_2 \,/\, \lVert \sigma \rVert_2`,
    variance: String.raw`\lVert \sigma_B^2 - \sigma^2 \rVert_2 \,/\, \lVert \sigma^2 \rVert_2`,
    "quadratic-mean": String.raw`\lVert \psi_B^2 - \psi^2 \rVert_2 \,/\, \lVert \psi^2 \rVert_2`,
  },
  unit: "share of the remembered size",
  about:
    "The same distance divided by the length of the running statistic, so that networks of any width and scale compare.",
  read({ batch, running, channels }, statistic) {
    if (statistic !== "mean") {
      const size = euclidean(running[statistic]);
      return euclidean(batch[statistic], running[statistic]) / size;
    }
    let variance = 0;
    for (let c = 0; c < channels; c++) variance += running.variance[c] ?? 0;
    return euclidean(batch.mean, running.mean) / Math.sqrt(variance);
  },
};

export default relativeDistance;
