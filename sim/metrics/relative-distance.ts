import type { MetricDefinition, SiteSample, Statistic } from "../contract/metric.ts";
import { euclidean, rootSum } from "./euclidean.ts";

/**
 * The distance relative to the size of what is remembered, free of scale and width. The mean is measured in units of the
 * running deviation, ‖µ_B − µ‖/‖σ‖, since a mean near zero is no yardstick (Wang, Wu and Huang, 2022).
 */
const relativeDistance: MetricDefinition = {
  id: "relative-distance",
  of: "input",
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
  read: (sample, statistic) =>
    euclidean(sample.batch[statistic], sample.running[statistic]) / yardstick(sample, statistic),
  floor: {
    kind: "root-mean-square",
    read: (sample, variance, statistic) =>
      rootSum(variance[statistic]) / yardstick(sample, statistic),
  },
};

export default relativeDistance;

function yardstick({ running }: SiteSample, statistic: Statistic): number {
  return statistic === "mean" ? rootSum(running.variance) : euclidean(running[statistic]);
}
