import { catalogue } from "../../sim/catalogue.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import type { Column, LaneReport, ScoredOn, TableName } from "../../sim/contract/protocol.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import { siteOf } from "../panels/sites.ts";
import type { SeriesTable } from "../session/series.ts";
import type { State } from "../store/store.ts";
import type { StackSettings } from "./stack/stacked-norms.ts";

/** The page's state and what its run has measured: all that a lesson may judge by. */
export interface Run {
  readonly state: State;
  readonly table: (name: TableName) => SeriesTable;
  /** The stack of norms, in the lesson that has one. */
  readonly stack: StackSettings;
  /** What an earlier step of this lesson noted, by its label; null if it was not done. */
  readonly noted: (step: string, label: string) => number | null;
}

/** One line of the run, by what it is. Lanes are named as in the run: `batch-norm`, `batch-norm 2`. */
export type LineOf =
  | {
      readonly of: "distance";
      readonly lane: string;
      readonly statistic: Statistic;
      /** Its first site, its last, or one by name; without it the last. */
      readonly site?: string;
      /** Without it, the paper’s distance. */
      readonly metric?: string;
      /** `floor`: what independent rows would give. `own`: what the layer itself compares. */
      readonly what?: "input" | "own" | "floor";
    }
  | { readonly of: "loss" | "score"; readonly lane: string; readonly on: ScoredOn }
  /** What only its method has to show, at its last norm. */
  | { readonly of: "method"; readonly lane: string; readonly metric: string };

export interface Found {
  readonly lane: LaneReport;
  /** The lane’s place in the experiment. */
  readonly position: number;
  readonly table: TableName;
  readonly column: number;
}

/** Where a line is kept; null where this run has no such line. */
export function findLine({ state }: Run, line: LineOf): Found | null {
  const position = state.lanes.findIndex(({ id }) => id === line.lane);
  const lane = state.lanes[position];
  if (!lane) return null;
  const table =
    (line.of === "loss" || line.of === "score") && line.on !== "train" ? "held-out" : "steps";
  const column = state.columns[table].findIndex((candidate) =>
    isColumnOf(candidate, line, lane, state.lanes),
  );
  return column < 0 ? null : { lane, position, table, column };
}

function isColumnOf(
  column: Column,
  line: LineOf,
  lane: LaneReport,
  lanes: readonly LaneReport[],
): boolean {
  if (column.lane !== lane.id) return false;
  switch (line.of) {
    case "distance":
      return (
        column.kind === "statistic" &&
        column.of === (line.what ?? "input") &&
        column.metric === (line.metric ?? "distance") &&
        column.statistic === line.statistic &&
        column.site === siteOf(lane, line.site ?? "last", lanes)?.id
      );
    case "loss":
    case "score":
      return column.kind === line.of && column.on === line.on;
    case "method":
      return (
        column.kind === "method" &&
        column.metric === line.metric &&
        column.place === siteOf(lane, "last", lanes)?.id
      );
  }
}

/** The values of a line in the steps after `after` and up to `until`. */
export function valuesOf(run: Run, line: LineOf, after = 0, until = Infinity): number[] {
  const found = findLine(run, line);
  if (!found) return [];
  const table = run.table(found.table);
  // A run that is being replaced is still named by its lanes; its table is gone.
  if (found.column >= table.columns.length) return [];
  const values = table.values(found.column);
  const { steps } = table;
  const chosen: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const step = steps[row] as number;
    if (step > after && step <= until) chosen.push(values[row] as number);
  }
  return chosen;
}

/** The newest value; null where there is none. */
export function lastOf(run: Run, line: LineOf): number | null {
  return valuesOf(run, line).at(-1) ?? null;
}

/** The middle value of the steps after `after` and up to `until`: one batch that is out of line moves it little. */
export function medianOf(run: Run, line: LineOf, after = 0, until = Infinity): number | null {
  const sorted = valuesOf(run, line, after, until).sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

/** One median over another; null until both are there. */
export function ratioOf(run: Run, over: LineOf, under: LineOf, after = 0): number | null {
  const [above, below] = [medianOf(run, over, after), medianOf(run, under, after)];
  return above === null || below === null || below === 0 ? null : above / below;
}

/** Whether so many steps have been taken, and their numbers are there. */
export function hasTaken(run: Run, steps: number): boolean {
  const table = run.table("steps");
  return table.length > 0 && (table.steps[table.length - 1] as number) >= steps;
}

/** What a lane’s held-out loss has more with running statistics than with each batch’s own; null until both are there. */
export function gapOf(run: Run, lane: string): number | null {
  const remembered = lastOf(run, { of: "loss", lane, on: "held-out" });
  const own = lastOf(run, { of: "loss", lane, on: "held-out-on-batch" });
  return remembered === null || own === null ? null : remembered - own;
}

/** The value of a setting of the experiment as it stands, by its key in a link. */
export function settingOf({ state }: Run, key: string): unknown {
  return settingsOf(state.experiment, catalogue).find((setting) => setting.key === key)?.value;
}

/** The largest value in the steps after `after` and up to `until`. */
export function largestOf(run: Run, line: LineOf, after = 0, until = Infinity): number | null {
  const values = valuesOf(run, line, after, until);
  return values.length > 0 ? values.reduce((most, value) => Math.max(most, value)) : null;
}

/** The largest gap of a lane’s held-out loss after a step; null where it was not evaluated. */
export function largestGapOf(run: Run, lane: string, after: number): number | null {
  const remembered = valuesOf(run, { of: "loss", lane, on: "held-out" }, after);
  const own = valuesOf(run, { of: "loss", lane, on: "held-out-on-batch" }, after);
  const gaps = remembered.map((value, row) => value - (own[row] ?? Number.NaN));
  return gaps.length > 0 ? gaps.reduce((most, gap) => Math.max(most, gap)) : null;
}
