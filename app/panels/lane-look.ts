import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { laneLabels } from "../../sim/contract/lane-labels.ts";
import { laneStyles } from "../../components/theme/lane-styles.ts";
import type { LaneStyle } from "../../components/theme/lane-styles.ts";

/** A lane's name and colour, the same in every chart, label and list. */
export interface LaneLook {
  readonly label: string;
  readonly style: LaneStyle;
}

/** The looks of all lanes, by position. They follow from the experiment alone, so they are there before a run is. */
export function laneLooks(
  experiment: Experiment,
  catalogue: Pick<Catalogue, "normalisers" | "workloads">,
): readonly LaneLook[] {
  const labels = laneLabels(experiment, catalogue);
  const ids = experiment.lanes.map(({ normaliser }) => normaliser.id);
  return laneStyles(ids).map((style, position) => ({ label: labels[position] ?? "", style }));
}
