import type { LaneConfig } from "../contract/experiment.ts";
import { taskPrefix } from "../contract/settings.ts";

/** A name for each lane: its normaliser's id, with the task's letter before and a number after where that is not unique. */
export function nameLanes(lanes: readonly LaneConfig[]): readonly string[] {
  const seen = new Map<string, number>();
  return lanes.map(({ task, normaliser }) => {
    const name = `${taskPrefix(task)}${normaliser.id}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  });
}
