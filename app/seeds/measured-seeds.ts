import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { laneLabels } from "../../sim/contract/lane-labels.ts";
import { finalScores } from "../../sim/statistics/final-scores.ts";
import type { Measured } from "../../sim/statistics/score-table.ts";
import type { SeedState } from "./seed-runs.ts";

/** What the seeds that are finished ended with, as a sweep would write it. */
export function measuredSeeds(
  { experiment, lanes, done }: SeedState,
  catalogue: Catalogue,
): Measured | null {
  if (!experiment || done.length === 0) return null;
  const labels = laneLabels(experiment, catalogue);
  return {
    seeds: done.map(({ seed }) => seed),
    lanes: lanes.map(({ id, normaliser, task }, i) => ({
      id,
      normaliser,
      task,
      label: labels[i] ?? id,
    })),
    records: done.flatMap(({ seed, tables, diverged }) =>
      lanes.map(({ id }) => {
        const hasDiverged = diverged.includes(id);
        const ending = { lane: id, steps: experiment.steps, hasDiverged };
        return {
          seed,
          lane: id,
          diverged: null,
          scores: finalScores(tables, ending),
          distances: [],
        };
      }),
    ),
  };
}
