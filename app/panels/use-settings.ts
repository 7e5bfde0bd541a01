import { useMemo } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import type { Setting } from "../../sim/contract/settings.ts";
import { usePage } from "../store/hooks.ts";

/** Everything that can be set in the experiment as it stands. */
export function useSettings(): readonly Setting[] {
  const experiment = usePage((state) => state.experiment);
  return useMemo(() => settingsOf(experiment, catalogue), [experiment]);
}

/** Whether this is the size of a task's batch, the first thing a learner changes. */
export function isBatchSize({ group, key }: Setting): boolean {
  return group === "workload" && /\.(tokens|images)PerBatch$/.test(key);
}

export function isLearningRate({ group, key }: Setting): boolean {
  return group === "training" && /(^|\.)learningRate$/.test(key);
}
