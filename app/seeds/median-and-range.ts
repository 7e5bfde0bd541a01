import { median } from "../../sim/statistics/describe.ts";
import type { SeriesTable } from "../session/series.ts";

/** What the seeds have in common at each step: the middle one, and the least and greatest. */
export interface MedianAndRange {
  readonly steps: readonly number[];
  readonly median: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * One column of a table over several seeds. A seed whose number is not finite at a step is left out there; a step without
 * any is not a number. The tables are of one experiment, so their columns and steps are the same but where a run broke off.
 */
export function medianAndRange(tables: readonly SeriesTable[], column: number): MedianAndRange {
  const longest = tables.reduce<SeriesTable | null>(
    (best, table) => (best && best.length >= table.length ? best : table),
    null,
  );
  const steps = longest ? [...longest.steps.subarray(0, longest.length)] : [];
  const at = steps.map((_, row) =>
    tables
      .filter(({ length }) => row < length)
      .map((table) => table.values(column)[row] ?? Number.NaN)
      .filter(Number.isFinite),
  );
  return {
    steps,
    median: at.map((values) => median(values) ?? Number.NaN),
    low: at.map((values) => (values.length > 0 ? Math.min(...values) : Number.NaN)),
    high: at.map((values) => (values.length > 0 ? Math.max(...values) : Number.NaN)),
  };
}
