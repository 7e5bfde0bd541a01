import { catalogue } from "../catalogue.ts";
import type { FinalDistance, Quartiles, SweepRecord } from "../contract/sweep.ts";
import { boxesByFifths } from "../contract/boxes.ts";
import { finalScores, rounded } from "../statistics/final-scores.ts";
import { Lockstep } from "../train/lockstep.ts";
import { nameLanes } from "../train/name-lanes.ts";
import { SeriesOfRun } from "./series-of-run.ts";
import type { Job } from "./sweep-jobs.ts";

/** Steps between two downloads: often enough that little waits on the device. */
const DRAIN_EVERY = 25;

// A distance is compared by eye.
const DISTANCE_DIGITS = 4;

/** Trains one lane to its end. Lanes share nothing but their start and their data, so one alone runs as it does among four. */
export async function runLane(
  { experiment, lane }: Job,
  progress: (step: number) => void,
): Promise<SweepRecord> {
  const config = experiment.lanes[lane];
  const task = config && experiment.tasks[config.task];
  if (!config || !task) throw new Error(`the experiment has no lane ${lane}`);
  const { steps, seed } = experiment;
  const lockstep = await Lockstep.open(
    {
      ...experiment,
      evaluateEvery: steps,
      gradientStatistics: false,
      tasks: [task],
      lanes: [{ ...config, task: 0 }],
    },
    catalogue,
  );
  const { columns } = lockstep;
  const tables = {
    steps: new SeriesOfRun(columns.steps),
    "held-out": new SeriesOfRun(columns["held-out"]),
    translated: new SeriesOfRun(columns.translated),
  };
  let diverged: number | null = null;
  while (!lockstep.finished) {
    for (let i = 0; i < DRAIN_EVERY && !lockstep.finished; i++) lockstep.takeStep();
    const drained = await lockstep.drain();
    for (const rows of drained.rows) tables[rows.table].append(rows);
    diverged ??= drained.diverged[0]?.step ?? null;
    progress(lockstep.step);
  }
  const translations = await lockstep.translate(async () => true);
  for (const rows of translations?.rows ?? []) tables[rows.table].append(rows);
  lockstep.close();
  // Alone, a lane has its plain name; among twins it has a number.
  const [alone = ""] = nameLanes([{ ...config, task: 0 }]);
  return {
    seed,
    lane: nameLanes(experiment.lanes)[lane] ?? "",
    diverged,
    scores: finalScores(tables, { lane: alone, steps, hasDiverged: diverged !== null }),
    distances: distancesOf(tables.steps, steps),
  };
}

/** At the first and the last site, for all statistics and metrics. */
function distancesOf(table: SeriesOfRun, length: number): FinalDistance[] {
  const sites = table.columns.flatMap((column) =>
    column.kind === "statistic" ? [column.site] : [],
  );
  const ends = new Set([sites[0], sites.at(-1)]);
  return table.columns.flatMap((column, at): FinalDistance[] => {
    if (column.kind !== "statistic" || !ends.has(column.site)) return [];
    const { site, of, statistic, metric } = column;
    if (of !== "input" && of !== "own") return [];
    const fifths = boxesByFifths(table.steps, table.values(at), length).map((box): Quartiles => {
      if (box === null) return null;
      const [q1 = 0, median = 0, q3 = 0] = [box.q1, box.median, box.q3].map(
        (value) => rounded(value, DISTANCE_DIGITS) ?? 0,
      );
      return [q1, median, q3];
    });
    return [{ site, of, statistic, metric, fifths }];
  });
}
