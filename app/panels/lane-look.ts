import { entry } from "../../sim/contract/catalogue.ts";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { laneStyle } from "../../components/theme/lane-styles.ts";
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
  return lanes.map(({ normaliser }, position) => {
    const earlier = lanes.slice(0, position);
    const isSecond = earlier.some((lane) => lane.normaliser.id === normaliser.id);
    const twins = labels.slice(0, position).filter((label) => label === labels[position]).length;
    return {
      label: twins > 0 ? `${labels[position]} ${twins + 1}` : (labels[position] ?? ""),
      // Two lanes of one method must differ in colour, so the second takes one by its place.
      style: laneStyle(isSecond ? `${normaliser.id} again` : normaliser.id, position),
    };
  });
}
