import { catalogue } from "../catalogue.ts";
import type { Column } from "../contract/protocol.ts";
import type { FinalDistance, FinalScore, Quartiles, SweepRecord } from "../contract/sweep.ts";
import { boxesByFifths } from "../contract/boxes.ts";
import { Lockstep } from "../train/lockstep.ts";
import { nameLanes } from "../train/name-lanes.ts";
import type { Job } from "./sweep-jobs.ts";
import { SeriesOfRun } from "./series-of-run.ts";

/** Steps between two downloads: often enough that little waits on the device. */
const DRAIN_EVERY = 25;

// A float32 has seven digits; a distance is compared by eye.
const SCORE_DIGITS = 6;
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
  const series = {
    steps: new SeriesOfRun(),
    "held-out": new SeriesOfRun(),
    translated: new SeriesOfRun(),
  };
  let diverged: number | null = null;
  while (!lockstep.finished) {
    for (let i = 0; i < DRAIN_EVERY && !lockstep.finished; i++) lockstep.takeStep();
    const drained = await lockstep.drain();
    for (const rows of drained.rows) series[rows.table].append(rows);
    diverged ??= drained.diverged[0]?.step ?? null;
    progress(lockstep.step);
  }
  const { columns } = lockstep;
  const translations = await lockstep.translate(async () => true);
  for (const rows of translations?.rows ?? []) series[rows.table].append(rows);
  lockstep.close();
  return {
    seed,
    lane: nameLanes(experiment.lanes)[lane] ?? "",
    diverged,
    scores: [
      ...trainingLoss(columns.steps, series.steps, steps),
      ...heldOutScores(columns["held-out"], series["held-out"], diverged !== null),
      ...heldOutScores(columns.translated, series.translated, diverged !== null),
    ],
    distances: distancesOf(columns.steps, series.steps, steps),
  };
}

/** Mean over the last twentieth of the run. */
function trainingLoss(
  columns: readonly Column[],
  { steps, column }: SeriesOfRun,
  length: number,
): FinalScore[] {
  const at = columns.findIndex(({ kind }) => kind === "loss");
  const last = column(at, columns.length).filter((_, i) => (steps[i] ?? 0) > length * 0.95);
  const mean = last.reduce((sum, value) => sum + value, 0) / last.length;
  return [{ name: "loss", on: "train", value: rounded(mean, SCORE_DIGITS) }];
}

/** The last row of a table of evaluations or translations, whatever columns it has. A network that diverged has no score. */
function heldOutScores(
  columns: readonly Column[],
  series: SeriesOfRun,
  hasDiverged: boolean,
): FinalScore[] {
  return columns.flatMap((column, at): FinalScore[] => {
    if (column.kind === "statistic" || column.kind === "method") return [];
    const value = hasDiverged ? undefined : series.column(at, columns.length).at(-1);
    const name = column.kind === "score" ? column.name : column.kind;
    return [{ name, on: column.on, value: rounded(value, SCORE_DIGITS) }];
  });
}

/** At the first and the last site, for all statistics and metrics of what the layer takes in. */
function distancesOf(
  columns: readonly Column[],
  series: SeriesOfRun,
  length: number,
): FinalDistance[] {
  const sites = columns.flatMap((column) => (column.kind === "statistic" ? [column.site] : []));
  const ends = new Set([sites[0], sites.at(-1)]);
  return columns.flatMap((column, at): FinalDistance[] => {
    if (column.kind !== "statistic" || !ends.has(column.site)) return [];
    const { site, of, statistic, metric } = column;
    if (of !== "input" && of !== "own") return [];
    const boxes = boxesByFifths(series.steps, series.column(at, columns.length), length);
    const fifths = boxes.map((box): Quartiles => {
      if (box === null) return null;
      const [q1 = 0, median = 0, q3 = 0] = [box.q1, box.median, box.q3].map(
        (value) => rounded(value, DISTANCE_DIGITS) ?? 0,
      );
      return [q1, median, q3];
    });
    return [{ site, of, statistic, metric, fifths }];
  });
}

/** JSON has no word for what is not a number. */
function rounded(value: number | undefined, digits: number): number | null {
  return value !== undefined && Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;
}
