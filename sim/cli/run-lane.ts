import { catalogue } from "../catalogue.ts";
import { entry } from "../contract/catalogue.ts";
import type { DeviceName } from "../contract/device.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { Statistic } from "../contract/metric.ts";
import type { Column } from "../contract/protocol.ts";
import { boxesByFifths } from "../metrics/boxes.ts";
import type { Box } from "../metrics/boxes.ts";
import { Lockstep } from "../train/lockstep.ts";
import { nameLanes } from "../train/name-lanes.ts";

/** One lane of one seed. */
export interface Job {
  readonly preset: string;
  readonly experiment: Experiment;
  readonly lane: number;
  readonly device: DeviceName;
  readonly version: string;
}

export interface SweepRecord {
  readonly preset: string;
  readonly seed: number;
  readonly lane: string;
  readonly normaliser: string;
  readonly steps: number;
  readonly loss: {
    /** Mean over the last twentieth of the run. */
    readonly train: number | null;
    readonly heldOut: { readonly running: number | null; readonly batch: number | null };
  };
  readonly score: {
    readonly name: string;
    readonly running: number | null;
    readonly batch: number | null;
  };
  readonly boxes: readonly {
    readonly site: string;
    readonly statistic: Statistic;
    readonly metric: string;
    readonly fifths: readonly (Box | null)[];
  }[];
  /** The step at which the loss stopped being a number; null if it never did. */
  readonly diverged: number | null;
  readonly device: DeviceName;
  readonly milliseconds: number;
  readonly version: string;
}

/** Steps between two downloads: often enough that little waits on the device. */
const DRAIN_EVERY = 25;

/** Trains one lane to its end. Lanes share nothing but their start and their data, so one alone runs as it does among four. */
export async function runLane(
  { preset, experiment, lane, device, version }: Job,
  progress: (step: number) => void,
): Promise<SweepRecord> {
  const config = experiment.lanes[lane];
  const task = config && experiment.tasks[config.task];
  if (!config || !task) throw new Error(`the experiment has no lane ${lane}`);
  const { steps, seed } = experiment;
  const start = performance.now();
  const lockstep = await Lockstep.open(
    { ...experiment, evaluateEvery: steps, tasks: [task], lanes: [{ ...config, task: 0 }] },
    catalogue,
  );
  const { columns, diverged } = await train(lockstep, progress);
  const [running] = await lockstep.score("evaluate");
  const [batch] = await lockstep.score("evaluate-on-batch");
  lockstep.close();
  return {
    preset,
    seed,
    lane: nameLanes(experiment.lanes)[lane] ?? "",
    normaliser: config.normaliser.id,
    steps,
    loss: {
      train: numberOrNull(lastMean(columns, steps)),
      heldOut: { running: numberOrNull(running?.loss), batch: numberOrNull(batch?.loss) },
    },
    score: {
      name: entry(catalogue.workloads, task.workload.id).score,
      running: numberOrNull(running?.score),
      batch: numberOrNull(batch?.score),
    },
    boxes: boxesOf(columns, steps),
    diverged,
    device,
    milliseconds: Math.round(performance.now() - start),
    version,
  };
}

interface Series {
  readonly column: Column;
  readonly steps: number[];
  readonly values: number[];
}

async function train(
  lockstep: Lockstep,
  progress: (step: number) => void,
): Promise<{ columns: readonly Series[]; diverged: number | null }> {
  const columns = lockstep.columns.steps.map((column): Series => ({
    column,
    steps: [],
    values: [],
  }));
  let stopped: number | null = null;
  while (!lockstep.finished) {
    for (let i = 0; i < DRAIN_EVERY && !lockstep.finished; i++) lockstep.takeStep();
    const { rows, diverged } = await lockstep.drain();
    for (const { table, steps, values } of rows)
      if (table === "steps")
        steps.forEach((step, row) =>
          columns.forEach((series, at) => {
            series.steps.push(step);
            series.values.push(values[row * columns.length + at] ?? Number.NaN);
          }),
        );
    stopped ??= diverged[0]?.step ?? null;
    progress(lockstep.step);
  }
  return { columns, diverged: stopped };
}

function lastMean(columns: readonly Series[], length: number): number | undefined {
  const loss = columns.find(({ column }) => column.kind === "loss");
  const last = loss?.values.filter((_, i) => (loss.steps[i] ?? 0) > length * 0.95) ?? [];
  return last.length === 0 ? undefined : last.reduce((sum, value) => sum + value, 0) / last.length;
}

/** At the first and the last site, for all statistics and metrics of the layer's input. */
function boxesOf(columns: readonly Series[], length: number): SweepRecord["boxes"] {
  const sites = [
    ...new Set(columns.flatMap(({ column }) => (column.kind === "statistic" ? [column.site] : []))),
  ];
  const ends = new Set([sites[0], sites.at(-1)]);
  return columns.flatMap(({ column, steps, values }) => {
    if (column.kind !== "statistic" || column.of !== "input" || !ends.has(column.site)) return [];
    const { site, statistic, metric } = column;
    return [{ site, statistic, metric, fifths: boxesByFifths(steps, values, length) }];
  });
}

/** JSON has no word for what is not a number. */
function numberOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
