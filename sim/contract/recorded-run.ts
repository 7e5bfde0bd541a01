import type { DeviceName, EngineName } from "./device.ts";
import type { ParamValue } from "./params.ts";
import type { Column, LaneReport } from "./protocol.ts";

/** Columns of one length, each with the step of every row; null where it was no number. */
export interface RecordedTable {
  readonly columns: readonly Column[];
  readonly steps: readonly number[];
  /** A list for each column. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** What `npm run record -- --runs` writes: one run of a preset, thinned, and all that is needed to run it again. */
export interface RecordedRun {
  readonly format: "normscope run 1";
  /** The command that gives these numbers. */
  readonly command: string;
  /** The day, as 2026-11-24. */
  readonly date: string;
  readonly commit: string;
  readonly version: string;
  readonly device: DeviceName;
  readonly engine: EngineName;
  readonly preset: string;
  readonly seed: number;
  readonly steps: number;
  /** Which of the measured numbers are here, in words. */
  readonly thinning: string;
  /** Every setting by its key, so that a run that is out of date is found out. */
  readonly settings: Readonly<Record<string, ParamValue>>;
  readonly lanes: readonly LaneReport[];
  readonly tables: Readonly<Record<"steps" | "held-out", RecordedTable>>;
}
