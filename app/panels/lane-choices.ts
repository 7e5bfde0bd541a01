import type { LaneToggle } from "../../components/controls/lane-toggles.tsx";
import { MAIN_LANES } from "../../components/theme/lane-styles.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { MOST_LANES } from "../../sim/contract/experiment.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { NormaliserDefinition } from "../../sim/contract/normaliser.ts";
import { misfit } from "../../sim/contract/parse-experiment.ts";
import type { LaneLook } from "./lane-look.ts";

export interface LaneChoice extends LaneToggle {
  readonly method: NormaliserDefinition;
}

interface Asked {
  readonly experiment: Experiment;
  readonly looks: readonly LaneLook[];
  readonly task: number;
  readonly normalisers: readonly NormaliserDefinition[];
}

/** A lane that runs is named by its position, one that could by its normaliser. */
export function laneChoices({
  experiment,
  looks,
  task,
  normalisers,
}: Asked): readonly LaneChoice[] {
  const { lanes, tasks } = experiment;
  return normalisers.flatMap((method) => {
    const running = lanes.flatMap((lane, position): LaneChoice[] => {
      const look = looks[position];
      if (lane.task !== task || lane.normaliser.id !== method.id || !look) return [];
      const disabledReason = lanes.length === 1 ? "the only lane" : undefined;
      // The heading above names the task already.
      const label = tasks.length > 1 ? method.label : look.label;
      return [{ ...look, method, label, id: String(position), isOn: true, disabledReason }];
    });
    if (running.length > 0) return running;
    const unfit = misfit(method, tasks[task], catalogue);
    const full = lanes.length >= MOST_LANES ? `${MOST_LANES} lanes at most` : undefined;
    return [
      {
        id: method.id,
        method,
        label: method.label,
        style: MAIN_LANES[method.id] ?? null,
        isOn: false,
        disabledReason: unfit ?? full,
        // Where the lanes are full, that is said once below them.
        isReasonShown: unfit !== null,
      },
    ];
  });
}
