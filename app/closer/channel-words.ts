import { formatNumber } from "../../components/prose/format.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import type { ChannelStore } from "../session/channel-store.ts";
import { deviationOf, deviationText } from "./channel-deviation.ts";

export const SYMBOLS: Readonly<Record<Statistic, string>> = {
  mean: "µ",
  variance: "σ²",
  "quadratic-mean": "ψ²",
};

/** What one channel of a lane measured at a step: “this batch’s σ² 0.352, running 0.281, +25.3 %.” */
export function channelWords(
  store: ChannelStore,
  statistic: Statistic,
  {
    lane,
    channel,
    step,
  }: { readonly lane: string; readonly channel: number; readonly step: number },
): string {
  const row = store.rowAt(step);
  const sample = row >= store.start && store.step(row) === step ? store.sample(row, lane) : null;
  if (!sample) return "nobody looked at this step, or it is no longer kept.";
  const is = sample.batch[statistic][channel] ?? Number.NaN;
  if (Number.isNaN(is)) return "no number: the lane has diverged.";
  const was = sample.running[statistic][channel] ?? Number.NaN;
  const away = deviationText(statistic, deviationOf(sample, statistic, channel));
  const symbol = SYMBOLS[statistic];
  return `this batch’s ${symbol} ${formatNumber(is)}, running ${formatNumber(was)}, ${away}.`;
}
