import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { printInterventions } from "../../sim/contract/interventions-text.ts";
import type { Effect, ParamSpec, ParamValue } from "../../sim/contract/params.ts";
import { settingsOf } from "../../sim/contract/settings.ts";

export interface ChangedSetting {
  readonly key: string;
  readonly spec: ParamSpec;
  readonly from: ParamValue;
  readonly to: ParamValue;
}

/** How a running experiment becomes another: not at all, at the next step, or only in a new run. */
export function effectOf(
  before: Experiment,
  after: Experiment,
  catalogue: Catalogue,
): Effect | "none" {
  if (before === after) return "none";
  if (shapeOf(before) !== shapeOf(after)) return "restart";
  const [done, wanted] = [before, after].map((one) => printInterventions(one.interventions));
  if (done !== wanted) return "restart";
  const changed = changedSettings(before, after, catalogue);
  if (changed.some(({ spec }) => spec.effect === "restart")) return "restart";
  return changed.length > 0 ? "live" : "none";
}

/** The settings that differ between two experiments of one shape. */
export function changedSettings(
  before: Experiment,
  after: Experiment,
  catalogue: Catalogue,
): readonly ChangedSetting[] {
  const old = new Map(settingsOf(before, catalogue).map(({ key, value }) => [key, value]));
  return settingsOf(after, catalogue).flatMap(({ key, spec, value }) => {
    const from = old.get(key);
    return from === undefined || from === value ? [] : [{ key, spec, from, to: value }];
  });
}

/** What is trained, without its settings. Equal shapes have the same settings in the same places. */
function shapeOf({ tasks, lanes }: Experiment): string {
  return JSON.stringify([
    tasks.map(({ workload, model }) => [workload.id, model.id]),
    lanes.map(({ task, normaliser }) => [task, normaliser.id]),
  ]);
}
