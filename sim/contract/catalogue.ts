import type { MetricDefinition } from "./metric.ts";
import type { ModelDefinition } from "./model.ts";
import type { NormaliserDefinition } from "./normaliser.ts";
import type { Preset } from "./experiment.ts";
import type { WorkloadDefinition } from "./workload.ts";

/** All definitions there are, each list in the order a menu shows it. */
export interface Catalogue {
  readonly normalisers: readonly NormaliserDefinition[];
  readonly models: readonly ModelDefinition[];
  readonly workloads: readonly WorkloadDefinition[];
  readonly metrics: readonly MetricDefinition[];
  readonly presets: readonly Preset[];
}

/** The entry with this id; throws, since an unknown id inside is our own mistake. */
export function entry<Item extends { readonly id: string }>(
  list: readonly Item[],
  id: string,
): Item {
  const found = list.find((item) => item.id === id);
  if (!found)
    throw new Error(`unknown id "${id}"; there are ${list.map((item) => item.id).join(", ")}`);
  return found;
}
