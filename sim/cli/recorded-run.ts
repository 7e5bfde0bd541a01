import { catalogue } from "../catalogue.ts";
import type { DeviceName } from "../contract/device.ts";
import type { Experiment, Preset } from "../contract/experiment.ts";
import type { Column, LaneReport } from "../contract/protocol.ts";
import type { RecordedRun, RecordedTable } from "../contract/recorded-run.ts";
import { settingsOf } from "../contract/settings.ts";
import { rounded } from "../statistics/final-scores.ts";
import { Lockstep } from "../train/lockstep.ts";
import { SeriesOfRun } from "./series-of-run.ts";
import type { Stamp } from "./sweep-file.ts";

/** As many rows as a chart has pixels, about, and few enough that a visitor waits for 60 kB at most. */
const MOST_ROWS = 250;
/** What a chart can show, and what its labels say. */
const DIGITS = 3;
/** Steps between two downloads. */
const DRAIN_EVERY = 25;

/** Every so many steps are kept: the first number that leaves no more rows than there is room for. */
export function keptEvery(steps: number): number {
  return Math.ceil(steps / MOST_ROWS);
}

/** Runs a preset as the page would, all its lanes in lockstep, and keeps what its first charts show. */
export async function recordRun(
  preset: Preset,
  device: DeviceName,
  stamp: Stamp,
  progress: (step: number) => void,
): Promise<RecordedRun> {
  const { experiment } = preset;
  const lockstep = await Lockstep.open(experiment, catalogue);
  const lanes = lockstep.reports;
  const tables = {
    steps: new SeriesOfRun(lockstep.columns.steps),
    "held-out": new SeriesOfRun(lockstep.columns["held-out"]),
  };
  while (!lockstep.finished) {
    for (let i = 0; i < DRAIN_EVERY && !lockstep.finished; i++) lockstep.takeStep();
    const { rows } = await lockstep.drain();
    for (const part of rows) if (part.table !== "translated") tables[part.table].append(part);
    progress(lockstep.step);
  }
  lockstep.close();
  const every = keptEvery(experiment.steps);
  return {
    format: "normscope run 1",
    command: `npm run record -- --runs ${preset.id}`,
    ...stamp,
    device,
    preset: preset.id,
    seed: experiment.seed,
    steps: experiment.steps,
    thinning: thinningWords(every),
    settings: Object.fromEntries(allSettings(experiment)),
    lanes,
    tables: {
      steps: thinned(tables.steps, lanes, every),
      "held-out": thinned(tables["held-out"], lanes, 1),
    },
  };
}

function thinningWords(every: number): string {
  const which = every === 1 ? "Every step" : `Of every ${every} steps the last`;
  return `${which}, as it was measured and not averaged, and every evaluation on held-out data; distances at each lane’s first and last norm; ${DIGITS} significant digits.`;
}

function allSettings(experiment: Experiment) {
  return settingsOf(experiment, catalogue).map(({ key, value }) => [key, value] as const);
}

function thinned(table: SeriesOfRun, lanes: readonly LaneReport[], every: number): RecordedTable {
  const kept = table.columns.flatMap((column, at) => (isShown(column, lanes) ? [at] : []));
  const isKept = (step: number) => step % every === 0;
  return {
    columns: kept.flatMap((at) => table.columns[at] ?? []),
    steps: table.steps.filter(isKept),
    values: kept.map((at) =>
      table
        .values(at)
        .filter((_, row) => isKept(table.steps[row] ?? 0))
        .map((value) => rounded(value, DIGITS)),
    ),
  };
}

/** Losses and scores, and the first metric at both ends of a network with its floor. */
function isShown(column: Column, lanes: readonly LaneReport[]): boolean {
  if (column.kind === "method") return false;
  if (column.kind !== "statistic") return true;
  const sites = lanes.find(({ id }) => id === column.lane)?.sites ?? [];
  const isEnd = column.site === sites[0]?.id || column.site === sites.at(-1)?.id;
  return isEnd && column.metric === catalogue.metrics[0]?.id;
}

/** JSON with a line for each lane and each column, so that two files can be compared by eye. */
export function recordedText(run: RecordedRun): string {
  const { lanes, tables, ...header } = run;
  const head = Object.entries(header).map(([key, value]) => entryText(key, JSON.stringify(value)));
  const table = ([name, { columns, steps, values }]: [string, RecordedTable]) =>
    entryText(
      name,
      `{"columns": ${listText(columns)}, "steps": ${JSON.stringify(steps)}, "values": ${listText(values)}}`,
    );
  const body = [
    entryText("lanes", listText(lanes)),
    entryText("tables", `{\n${Object.entries(tables).map(table).join(",\n")}}`),
  ];
  return `{\n${[...head, ...body].join(",\n")}\n}\n`;
}

function entryText(key: string, text: string): string {
  return `${JSON.stringify(key)}: ${text}`;
}

function listText(list: readonly unknown[]): string {
  return `[\n${list.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}
