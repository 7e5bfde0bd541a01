import type {
  ChannelStatistics,
  MetricDefinition,
  SiteSample,
  Statistic,
} from "../contract/metric.ts";

/**
 * Training–inference discrepancy: what normalising by the running statistic instead of the batch's would change, averaged
 * over channels: |µ_B − µ|/σ, |σ_B/σ − 1| and |ψ_B/ψ − 1|.
 */
const discrepancy: MetricDefinition = {
  id: "discrepancy",
  of: "input",
  name: "Training–inference discrepancy",
  question: "How differently would this batch be normalised at inference?",
  formula: {
    mean: String.raw`\operatorname{mean}_c |\mu_B - \mu| / \sigma`,
    variance: String.raw`\operatorname{mean}_c |\sigma_B / \sigma - 1|`,
    "quadratic-mean": String.raw`\operatorname{mean}_c |\psi_B / \psi - 1|`,
  },
  unit: "share, mean over channels",
  about:
    "How far each channel would move if inference’s statistic took the place of the batch’s, averaged over channels.",
  read(sample, statistic) {
    let sum = 0;
    for (let c = 0; c < sample.channels; c++) sum += channelGap(sample, statistic, c);
    return sum / sample.channels;
  },
  floor: { kind: "mean", read: independentGap },
};

export default discrepancy;

function channelGap({ batch, running }: SiteSample, statistic: Statistic, c: number): number {
  const was = running[statistic][c] ?? 0;
  const is = batch[statistic][c] ?? 0;
  if (statistic === "mean") return Math.abs(is - was) / Math.sqrt(running.variance[c] ?? 0);
  return Math.abs(Math.sqrt(is / was) - 1);
}

/** What a centred normal deviation is on average, in units of its own. */
const MEAN_ABSOLUTE = Math.sqrt(2 / Math.PI);

/**
 * The mean gap of independent rows. By the central limit theorem a batch statistic of many rows is nearly normal, so a gap
 * is √(2/π) deviations on average; and |√(σ²_B/σ²) − 1| is |σ²_B − σ²|/2σ² to first order.
 */
function independentGap(
  { running, channels }: SiteSample,
  variance: ChannelStatistics,
  statistic: Statistic,
): number {
  let sum = 0;
  for (let c = 0; c < channels; c++) {
    const deviation = Math.sqrt(variance[statistic][c] ?? 0);
    sum +=
      statistic === "mean"
        ? deviation / Math.sqrt(running.variance[c] ?? 0)
        : deviation / (2 * (running[statistic][c] ?? 0));
  }
  return (MEAN_ABSOLUTE * sum) / channels;
}
