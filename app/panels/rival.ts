import { entry } from "../../sim/contract/catalogue.ts";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { MOST_LANES } from "../../sim/contract/experiment.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { misfit } from "../../sim/contract/parse-experiment.ts";
import { initialValues } from "../../sim/contract/params.ts";

/**
 * The experiment with another method beside a lane, on the same task; in the lane's place where all are taken. Null where
 * the task has that method already, or has no place for it.
 */
export function withRival(
  experiment: Experiment,
  position: number,
  id: string,
  catalogue: Catalogue,
): Experiment | null {
  const { lanes, tasks } = experiment;
  const lane = lanes[position];
  if (!lane) return null;
  const { task } = lane;
  if (lanes.some((other) => other.task === task && other.normaliser.id === id)) return null;
  const method = entry(catalogue.normalisers, id);
  if (misfit(method, tasks[task], catalogue) !== null) return null;
  const rival = { task, normaliser: { id, params: initialValues(method.params) } };
  const isFull = lanes.length >= MOST_LANES;
  return {
    ...experiment,
    lanes: isFull ? lanes.map((old, i) => (i === position ? rival : old)) : [...lanes, rival],
  };
}
