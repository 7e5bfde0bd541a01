import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { usePage } from "../store/hooks.ts";
import { LaneChooser } from "./lane-chooser.tsx";
import { Part } from "./part.tsx";
import { SettingControl } from "./setting-control.tsx";
import { WorkloadChoice } from "./workload-choice.tsx";
import { isBatchSize, isLearningRate, useSettings } from "./use-settings.ts";
import "./controls.css";

interface FirstControlsProps {
  /** What is learnt stands here, too, where no other place has it. */
  readonly withTask?: boolean;
}

/** What is compared, on how much data at once, and how fast it learns: enough to begin with. */
export function FirstControls({ withTask = true }: FirstControlsProps) {
  const tasks = usePage((state) => state.experiment.tasks);
  const settings = useSettings().filter(
    (setting) => isBatchSize(setting) || isLearningRate(setting),
  );
  return tasks.map((task, index) => (
    // Tasks have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    <section key={index} className="first-controls">
      {tasks.length > 1 ? (
        <h2 className="control-heading">{entry(catalogue.workloads, task.workload.id).name}</h2>
      ) : null}
      {withTask ? (
        <Part name="task">
          <WorkloadChoice task={index} />
        </Part>
      ) : null}
      <Part name="lanes">
        <LaneChooser task={index} />
      </Part>
      {settings
        .filter(({ owner }) => owner === index)
        .sort((a, b) => Number(isBatchSize(b)) - Number(isBatchSize(a)))
        .map((setting) => (
          <Part key={setting.key} name={isBatchSize(setting) ? "batch" : "rate"}>
            <SettingControl setting={setting} />
          </Part>
        ))}
    </section>
  ));
}
