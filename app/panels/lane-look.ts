import { entry } from "../../sim/contract/catalogue.ts";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { laneStyles } from "../../components/theme/lane-styles.ts";
import type { LaneStyle } from "../../components/theme/lane-styles.ts";

/** A lane's name and colour, the same in every chart, label and list. */
export interface LaneLook {
  readonly label: string;
  readonly style: LaneStyle;
}

/** The looks of all lanes, by position. They follow from the experiment alone, so they are there before a run is. */
export function laneLooks(
  { lanes, tasks }: Experiment,
  catalogue: Pick<Catalogue, "normalisers" | "workloads">,
): readonly LaneLook[] {
  const labels = lanes.map(({ task, normaliser }) => {
    const { label } = entry(catalogue.normalisers, normaliser.id);
    const workload = tasks.length > 1 ? tasks[task]?.workload.id : undefined;
    if (workload === undefined) return label;
    return `${label} ${entry(catalogue.workloads, workload).name.toLowerCase()}`;
  });
  return laneStyles(lanes.map(({ normaliser }) => normaliser.id)).map((style, position) => {
    const label = labels[position] ?? "";
    const twins = labels.slice(0, position).filter((earlier) => earlier === label).length;
    return { label: twins > 0 ? `${label} ${twins + 1}` : label, style };
  });
}
