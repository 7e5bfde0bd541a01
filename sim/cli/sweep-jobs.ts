import type { Experiment } from "../contract/experiment.ts";
import type { DeviceName } from "../contract/device.ts";
import type { Shard } from "../contract/sweep.ts";

/** One lane of one seed. */
export interface Job {
  readonly experiment: Experiment;
  readonly lane: number;
  readonly device: DeviceName;
}

export interface SweepPlan {
  readonly experiment: Experiment;
  readonly seeds: readonly number[];
  readonly device: DeviceName;
}

/** All jobs of a sweep: every lane of the first seed, then of the next. */
export function jobsOf({ experiment, seeds, device }: SweepPlan): readonly Job[] {
  return seeds.flatMap((seed) =>
    experiment.lanes.map((_, lane) => ({ experiment: { ...experiment, seed }, lane, device })),
  );
}

/** Whether a part has the job: jobs are dealt out in turn, like cards. */
export function isOfShard(index: number, shard: Shard | null): boolean {
  return shard === null || index % shard.parts === shard.part - 1;
}
