import type { DeviceName, EngineName } from "./device.ts";
import type { Statistic } from "./metric.ts";
import type { ParamValue } from "./params.ts";
import type { ScoredOn } from "./protocol.ts";

/** One number that a lane ended with. */
export interface FinalScore {
  /** `loss`, or what the workload calls its score: `token accuracy`, `BLEU`. */
  readonly name: string;
  readonly on: ScoredOn;
  /** Null where it was no number. */
  readonly value: number | null;
}

/** Which score is meant. */
export type ScoreKey = Pick<FinalScore, "name" | "on">;

/** First quartile, median, third quartile of one fifth of training; null where nothing was a number. */
export type Quartiles = readonly [q1: number, median: number, q3: number] | null;

/** How far batches lay from what is remembered, at one site, by fifths of training. */
export interface FinalDistance {
  readonly site: string;
  /** `own` is what the layer itself compares. */
  readonly of: "input" | "own";
  readonly statistic: Statistic;
  readonly metric: string;
  readonly fifths: readonly Quartiles[];
}

/** What became of one lane with one seed. */
export interface SweepRecord {
  readonly seed: number;
  /** The lane's id in its file. */
  readonly lane: string;
  /** The step at which the loss stopped being a number; null if it never did. */
  readonly diverged: number | null;
  readonly scores: readonly FinalScore[];
  readonly distances: readonly FinalDistance[];
}

export interface SweepLane {
  readonly id: string;
  /** As charts name it: "PN". */
  readonly label: string;
  readonly normaliser: string;
  /** Lanes of different tasks are not compared. */
  readonly task: number;
}

/** Part `part` of `parts`, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** What `npm run sweep` writes: an experiment over seeds, and all that is needed to run it again. */
export interface SweepFile {
  readonly format: "normscope sweep 1";
  /** The command that gives these numbers. */
  readonly command: string;
  /** The day, as 2026-11-24. */
  readonly date: string;
  readonly commit: string;
  readonly version: string;
  readonly device: DeviceName;
  readonly engine: EngineName;
  readonly preset: string;
  readonly steps: number;
  readonly seeds: readonly number[];
  readonly lanes: readonly SweepLane[];
  /** Every setting by its key, so that a table that is out of date is found out. */
  readonly settings: Readonly<Record<string, ParamValue>>;
  /** Null for a whole sweep. */
  readonly shard: Shard | null;
  /** In the order of seeds, and of lanes within a seed; a lane that could not be run is missing. */
  readonly records: readonly SweepRecord[];
  /** The same as a table for reading, a line each; empty in a part. */
  readonly table: readonly string[];
}
