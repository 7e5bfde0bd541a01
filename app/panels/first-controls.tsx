import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { usePage } from "../store/hooks.ts";
import { LaneChooser } from "./lane-chooser.tsx";
import { SettingControl } from "./setting-control.tsx";
import { WorkloadChoice } from "./workload-choice.tsx";
import { isBatchSize, isLearningRate, useSettings } from "./use-settings.ts";
import "./controls.css";

interface FirstControlsProps {
  readonly task?: boolean;
  readonly lanes?: boolean;
  readonly batch?: boolean;
  readonly rate?: boolean;
}

/** What is learnt, what is compared, on how much data at once, and how fast it learns: enough to begin with. */
export function FirstControls({
  task: hasTask = true,
  lanes = true,
  batch = true,
  rate = true,
}: FirstControlsProps) {
  const tasks = usePage((state) => state.experiment.tasks);
  const settings = useSettings().filter(
    (setting) => (batch && isBatchSize(setting)) || (rate && isLearningRate(setting)),
  );
  return tasks.map((task, index) => (
    // Tasks have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    <section key={index} className="first-controls">
      {tasks.length > 1 ? (
        <h2 className="control-heading">{entry(catalogue.workloads, task.workload.id).name}</h2>
      ) : null}
      {hasTask ? <WorkloadChoice task={index} /> : null}
      {lanes ? <LaneChooser task={index} /> : null}
      {settings
        .filter(({ owner }) => owner === index)
        .sort((a, b) => Number(isBatchSize(b)) - Number(isBatchSize(a)))
        .map((setting) => (
          <SettingControl key={setting.key} setting={setting} />
        ))}
    </section>
  ));
}
