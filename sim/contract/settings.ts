import { entry } from "./catalogue.ts";
import type { Catalogue } from "./catalogue.ts";
import { RUN } from "./experiment.ts";
import type { Choice, Experiment, LaneConfig, Task } from "./experiment.ts";
import type { ParamSpec, ParamSpecs, ParamValue } from "./params.ts";
import { TRAINING } from "./training.ts";

/** Which part of an experiment a setting belongs to: its heading in the controls. */
export type SettingGroup = "run" | "training" | "workload" | "model" | "normaliser";

/** One value that can be set, with its one name for links, sweeps and tests. */
export interface Setting {
  /** `seed`, `learningRate`, `translation.zipf`, `b.images.size`, `lane2.groups`. */
  readonly key: string;
  readonly group: SettingGroup;
  /** Which task or lane it belongs to; null for the run's own. */
  readonly owner: number | null;
  readonly spec: ParamSpec;
  readonly value: ParamValue;
  /** The same experiment with this value. */
  with(value: ParamValue): Experiment;
}

/** `b.` before the keys of the second task. */
export function taskPrefix(task: number): string {
  return task === 0 ? "" : `${String.fromCharCode(97 + task)}.`;
}

/** Everything that can be set in an experiment but its lanes, workloads and models themselves. */
export function settingsOf(experiment: Experiment, catalogue: Catalogue): readonly Setting[] {
  return [
    ...runSettings(experiment),
    ...experiment.tasks.flatMap((task, index) => taskSettings(experiment, catalogue, task, index)),
    ...experiment.lanes.flatMap((lane, index) => laneSettings(experiment, catalogue, lane, index)),
  ];
}

function runSettings(experiment: Experiment): Setting[] {
  return Object.entries(RUN).map(([name, spec]) => ({
    key: name,
    group: "run" as const,
    owner: null,
    spec,
    value: experiment[name as keyof typeof RUN],
    with: (value) => ({ ...experiment, [name]: value }),
  }));
}

function taskSettings(
  experiment: Experiment,
  catalogue: Catalogue,
  task: Task,
  index: number,
): Setting[] {
  const prefix = taskPrefix(index);
  const replaced = (change: Partial<Task>): Experiment => ({
    ...experiment,
    tasks: experiment.tasks.map((old, i) => (i === index ? { ...old, ...change } : old)),
  });
  const chosen = (group: "workload" | "model", specs: ParamSpecs): Setting[] =>
    Object.entries(specs).map(([name, spec]) => ({
      key: `${prefix}${task[group].id}.${name}`,
      group,
      owner: index,
      spec,
      value: task[group].params[name] ?? spec.initial,
      with: (value) => replaced({ [group]: withParam(task[group], name, value) }),
    }));
  const training = Object.entries(TRAINING).map(([name, spec]) => ({
    key: `${prefix}${name}`,
    group: "training" as const,
    owner: index,
    spec,
    value: task.training[name as keyof typeof TRAINING],
    with: (value: ParamValue) => replaced({ training: { ...task.training, [name]: value } }),
  }));
  return [
    ...training,
    ...chosen("workload", entry(catalogue.workloads, task.workload.id).params),
    ...chosen("model", entry(catalogue.models, task.model.id).params),
  ];
}

function laneSettings(
  experiment: Experiment,
  catalogue: Catalogue,
  lane: LaneConfig,
  index: number,
): Setting[] {
  const { params } = entry(catalogue.normalisers, lane.normaliser.id);
  return Object.entries(params).map(([name, spec]) => ({
    key: `lane${index + 1}.${name}`,
    group: "normaliser" as const,
    owner: index,
    spec,
    value: lane.normaliser.params[name] ?? spec.initial,
    with: (value) => ({
      ...experiment,
      lanes: experiment.lanes.map((old, i) =>
        i === index ? { ...old, normaliser: withParam(old.normaliser, name, value) } : old,
      ),
    }),
  }));
}

function withParam(choice: Choice, name: string, value: ParamValue): Choice {
  return { ...choice, params: { ...choice.params, [name]: value } };
}
