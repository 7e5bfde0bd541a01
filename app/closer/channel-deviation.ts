import { formatNumber, withMinus } from "../../components/prose/format.ts";
import type { SiteSample, Statistic } from "../../sim/contract/metric.ts";

/**
 * How far each channel strays from what is remembered, and to which side: the mean in units of the running deviation, since
 * a mean near zero is no yardstick; the other two relative to the running one.
 */
export function deviationOf(
  { batch, running }: SiteSample,
  statistic: Statistic,
  channel: number,
): number {
  const is = batch[statistic][channel] ?? Number.NaN;
  const was = running[statistic][channel] ?? Number.NaN;
  const unit = statistic === "mean" ? Math.sqrt(running.variance[channel] ?? 0) : was;
  return is === was ? 0 : (is - was) / unit;
}

/** “+0.21 σ”, “−35 %”. */
export function deviationText(statistic: Statistic, deviation: number): string {
  const sign = deviation > 0 ? "+" : "";
  if (statistic === "mean") return `${sign}${formatNumber(deviation)}\u00a0σ`;
  const percent = 100 * deviation;
  const text =
    Math.abs(percent) < 1e4 ? withMinus(Number(percent.toPrecision(3)).toString()) : null;
  return `${sign}${text ?? formatNumber(percent)}\u00a0%`;
}
