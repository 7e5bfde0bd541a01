import type { Experiment } from "./experiment.ts";

/** Settings that took hold after so many steps. */
export interface Held {
  readonly after: number;
  readonly experiment: Experiment;
}

/** How live settings stood over a run, oldest first; the first entry holds from the start. With it steps can be taken again. */
export type SettingsLog = readonly Held[];

/** The settings that hold for a step, counted from 1. */
export function holding(log: SettingsLog, step: number): Experiment {
  return latest(log.filter(({ after }, index) => index === 0 || after < step));
}

export function latest(log: SettingsLog): Experiment {
  const held = log.at(-1);
  if (!held) throw new Error("a log of settings begins with those that the run was opened with");
  return held.experiment;
}

/** Settings turned twice after the same step are turned once. */
export function noted(log: SettingsLog, held: Held): SettingsLog {
  return [...log.filter(({ after }) => after < held.after), held];
}
