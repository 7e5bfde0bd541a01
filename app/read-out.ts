import type { EngineName } from "../sim/contract/device.ts";
import type { Statistic } from "../sim/contract/metric.ts";
import { TABLES } from "../sim/contract/protocol.ts";
import type { Column } from "../sim/contract/protocol.ts";
import type { Recording } from "./recorded/recording.ts";
import type { ChannelStore } from "./session/channel-store.ts";
import type { SeriesTable } from "./session/series.ts";
import type { Session } from "./session/session.ts";
import type { Phase } from "./store/run-slice.ts";

export interface SeriesReading {
  readonly lane: string;
  /** Null for losses and scores; for a method's own metric the place where it was read. */
  readonly site: string | null;
  /** The id of a metric or of a method's own metric, or `loss`, or the name of a score: `token accuracy`, `BLEU`. */
  readonly metric: string;
  /** `mean`, `variance`, `quadratic-mean`, `own …` for what a layer itself compares, `floor …` for independent rows; `method`; `train`, `held-out`, … */
  readonly statistic: string;
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** What charts show before the live run has a point: numbers of another day, with where they come from. */
export interface RecordedReading {
  readonly preset: string;
  readonly date: string;
  readonly commit: string;
  readonly command: string;
  readonly device: string;
  readonly seed: number;
  readonly thinning: string;
  readonly series: readonly SeriesReading[];
}

/** The channels of a lane's watched site: for each statistic a row a step, of each row a number a channel. */
export interface ChannelReading {
  readonly lane: string;
  readonly site: string;
  readonly steps: readonly number[];
  readonly batch: Readonly<Record<Statistic, readonly (readonly number[])[]>>;
  /** What the batch was measured against. */
  readonly running: Readonly<Record<Statistic, readonly (readonly number[])[]>>;
}

/** A copy of all that is on the screen, as plain numbers: for tests, notebooks, and anyone who wants to check. */
export interface Reading {
  readonly phase: Phase;
  readonly step: number;
  readonly device: string | null;
  readonly engine: EngineName | null;
  readonly millisecondsPerStep: number | null;
  readonly tensors: number;
  readonly lanes: readonly {
    readonly id: string;
    readonly normaliser: string;
    readonly diverged: boolean;
  }[];
  /** What this page has computed, and nothing else. */
  readonly series: readonly SeriesReading[];
  /** Only while channels are looked at. */
  readonly channels: readonly ChannelReading[];
  /** Null once the live run has a point, and where nothing was recorded. */
  readonly recorded: RecordedReading | null;
}

declare global {
  interface Window {
    normscope?: { read(): Reading };
  }
}

export function readSession({ store, series, channels }: Session): Reading {
  const state = store.getState();
  const lost = new Set(state.diverged.map(({ lane }) => lane));
  return {
    phase: state.phase,
    step: state.step,
    device: state.device?.name ?? null,
    engine: state.device?.engine ?? null,
    millisecondsPerStep: state.millisecondsPerStep,
    tensors: state.tensors,
    lanes: state.lanes.map(({ id, normaliser }) => ({ id, normaliser, diverged: lost.has(id) })),
    series: TABLES.flatMap((name) => readTable(series.table(name))),
    recorded: state.recording && readRecording(state.recording),
    channels: readChannels(channels),
  };
}

function readRecording({ run, tables }: Recording): RecordedReading {
  const { preset, date, commit, command, device, seed, thinning } = run;
  const series = TABLES.flatMap((name) => readTable(tables[name]));
  return { preset, date, commit, command, device, seed, thinning, series };
}

function readTable(table: SeriesTable): SeriesReading[] {
  const steps = [...table.steps.subarray(0, table.length)];
  return table.columns.map((column, index) => ({
    ...labelOf(column),
    steps: [...steps],
    values: [...table.values(index).subarray(0, table.length)],
  }));
}

function readChannels(store: ChannelStore): readonly ChannelReading[] {
  const rows = Array.from({ length: store.end - store.start }, (_, i) => store.start + i);
  return store.sites.map(({ lane, site }) => {
    const read = (whose: "batch" | "running", statistic: Statistic): number[][] =>
      rows.map((row) => Array.from(store.sample(row, lane)?.[whose][statistic] ?? []));
    const three = (whose: "batch" | "running") => ({
      mean: read(whose, "mean"),
      variance: read(whose, "variance"),
      "quadratic-mean": read(whose, "quadratic-mean"),
    });
    const steps = rows.map((row) => store.step(row));
    return { lane, site, steps, batch: three("batch"), running: three("running") };
  });
}

const PREFIX = { input: "", own: "own ", floor: "floor ", gradient: "" } as const;

function labelOf(column: Column): Omit<SeriesReading, "steps" | "values"> {
  if (column.kind === "statistic")
    return {
      lane: column.lane,
      site: column.site,
      metric: column.metric,
      statistic: PREFIX[column.of] + column.statistic,
    };
  if (column.kind === "method")
    return {
      lane: column.lane,
      site: column.place,
      metric: column.metric,
      statistic: "method",
    };
  const metric = column.kind === "loss" ? "loss" : column.name;
  return { lane: column.lane, site: null, metric, statistic: column.on };
}
