import type { Experiment } from "../contract/experiment.ts";
import { byHandAt } from "../contract/interventions.ts";
import { entryAt } from "./entry-at.ts";
import type { Moment } from "./lane-setup.ts";

/** Where a task's training stands at a step. */
export function momentOf(experiment: Experiment, task: number, step: number): Moment {
  const { steps, tasks, interventions } = experiment;
  const { training } = entryAt(tasks, task);
  const { warmUp, alpha } = training;
  return { step, steps, warmUp, alpha, training, byHand: byHandAt(interventions, step) };
}
