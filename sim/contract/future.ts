import type { ModelTraits } from "./model.ts";
import type { NormaliserDefinition } from "./normaliser.ts";

type Pooled = Pick<NormaliserDefinition, "axes" | "looksAtBatch">;

/**
 * When a method lets a causal model see what it is yet to predict: a statistic over tokens that is taken of this batch has
 * the later ones in it. In words, "throughout training" or the method's own; null where nothing is seen. At inference, with
 * running statistics, nothing is.
 */
export function seesFuture({ axes, looksAtBatch }: Pooled, { causal }: ModelTraits): string | null {
  if (!causal || !axes.sequence.includes("token")) return null;
  return looksAtBatch ?? "throughout training";
}
