import { LaneToggles } from "../../components/controls/lane-toggles.tsx";
import type { LaneToggle } from "../../components/controls/lane-toggles.tsx";
import { laneStyle } from "../../components/theme/lane-styles.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { MOST_LANES } from "../../sim/contract/experiment.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { misfit } from "../../sim/contract/parse-experiment.ts";
import { useActions, usePage } from "../store/hooks.ts";
import type { LaneLook } from "./lane-look.ts";
import { useLooks } from "./use-looks.ts";

/** Which normalisers take part in a task: every one there is, and why not, where it cannot. */
export function LaneChooser({ task }: { readonly task: number }) {
  const experiment = usePage((state) => state.experiment);
  const looks = useLooks();
  const { addLane, removeLane } = useActions();
  const isFull = experiment.lanes.length >= MOST_LANES;
  return (
    <div className="lane-chooser" data-full={isFull || undefined}>
      <LaneToggles
        label="Normalisers (restarts)"
        lanes={laneChoices(experiment, task, looks)}
        onToggle={(id, isOn) => {
          if (isOn) addLane(task, id);
          else removeLane(Number(id));
        }}
      />
      {isFull ? (
        <p className="lane-chooser-full">Four at most: take one out to add another.</p>
      ) : null}
    </div>
  );
}

/** A lane that runs is named by its position, one that could by its normaliser. */
function laneChoices(
  experiment: Experiment,
  task: number,
  looks: readonly LaneLook[],
): readonly LaneToggle[] {
  const { lanes, tasks } = experiment;
  return catalogue.normalisers.flatMap((normaliser) => {
    const running = lanes.flatMap((lane, position): LaneToggle[] => {
      const look = looks[position];
      if (lane.task !== task || lane.normaliser.id !== normaliser.id || !look) return [];
      const disabledReason = lanes.length === 1 ? "the only lane" : undefined;
      // The heading above names the task already.
      const label = tasks.length > 1 ? normaliser.label : look.label;
      return [{ ...look, label, id: String(position), isOn: true, disabledReason }];
    });
    if (running.length > 0) return running;
    const unfit = misfit(normaliser, tasks[task], catalogue);
    const full = lanes.length >= MOST_LANES ? `${MOST_LANES} lanes at most` : undefined;
    return [
      {
        id: normaliser.id,
        label: normaliser.label,
        style: laneStyle(normaliser.id, lanes.length),
        isOn: false,
        disabledReason: unfit ?? full,
      },
    ];
  });
}
