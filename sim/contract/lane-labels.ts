import { entry } from "./catalogue.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Experiment } from "./experiment.ts";

/** A short name for each lane, by position: "BN"; "BN pictures" where there are two tasks; "BN 2" for a twin. */
export function laneLabels(
  { lanes, tasks }: Pick<Experiment, "lanes" | "tasks">,
  catalogue: Pick<Catalogue, "normalisers" | "workloads">,
): readonly string[] {
  const labels = lanes.map(({ task, normaliser }) => {
    const { label } = entry(catalogue.normalisers, normaliser.id);
    const workload = tasks.length > 1 ? tasks[task]?.workload.id : undefined;
    if (workload === undefined) return label;
    return `${label} ${entry(catalogue.workloads, workload).name.toLowerCase()}`;
  });
  return labels.map((label, position) => {
    const twins = labels.slice(0, position).filter((earlier) => earlier === label).length;
    return twins > 0 ? `${label} ${twins + 1}` : label;
  });
}
