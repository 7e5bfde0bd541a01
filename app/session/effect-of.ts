import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { Effect } from "../../sim/contract/params.ts";
import { settingsOf } from "../../sim/contract/settings.ts";

/** How a running experiment becomes another: not at all, at the next step, or only in a new run. */
export function effectOf(
  before: Experiment,
  after: Experiment,
  catalogue: Catalogue,
): Effect | "none" {
  if (before === after) return "none";
  if (shapeOf(before) !== shapeOf(after)) return "restart";
  const old = new Map(settingsOf(before, catalogue).map(({ key, value }) => [key, value]));
  const changed = settingsOf(after, catalogue).filter(({ key, value }) => old.get(key) !== value);
  if (changed.some(({ spec }) => spec.effect === "restart")) return "restart";
  return changed.length > 0 ? "live" : "none";
}

/** What is trained, without its settings. Equal shapes have the same settings in the same places. */
function shapeOf({ tasks, lanes }: Experiment): string {
  return JSON.stringify([
    tasks.map(({ workload, model }) => [workload.id, model.id]),
    lanes.map(({ task, normaliser }) => [task, normaliser.id]),
  ]);
}
