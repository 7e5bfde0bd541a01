import type { LineSeries } from "../../components/charts/line-series.ts";

/** A line of losses in nats, each a mean over real tokens, as perplexities: exp of each. */
export function asPerplexity(line: LineSeries): LineSeries {
  const losses = Array.from({ length: line.length }, (_, i) => line.values[i] ?? Number.NaN);
  return { ...line, values: losses.map(Math.exp) };
}
