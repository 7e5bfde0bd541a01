import type { Experiment } from "../contract/experiment.ts";
import { entryAt } from "./entry-at.ts";
import type { Moment } from "./lane-setup.ts";

/** Where a task's training stands at a step. */
export function momentOf({ steps, tasks }: Experiment, task: number, step: number): Moment {
  const { training } = entryAt(tasks, task);
  const { warmUp, alpha } = training;
  return { step, steps, warmUp, alpha, training };
}
