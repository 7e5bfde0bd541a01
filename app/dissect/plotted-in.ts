import type { PlottedPoint } from "../../sim/contract/dissection.ts";
import type { SeriesTable } from "../session/series.ts";
import type { Subject } from "./dissection-desk.ts";

/** What the charts of a lane's site show of one step; nothing where that step has not been reported. */
export function plottedIn(
  table: SeriesTable,
  { lane, site, step }: Pick<Subject, "lane" | "site" | "step">,
): readonly PlottedPoint[] {
  const row = table.steps.subarray(0, table.length).indexOf(step);
  if (row < 0) return [];
  return table.columns.flatMap((column, at) => {
    if (column.kind !== "statistic" || column.lane !== lane || column.site !== site) return [];
    const { of, metric, statistic } = column;
    const value = table.values(at)[row] ?? Number.NaN;
    return of === "input" || of === "own" ? [{ of, metric, statistic, value }] : [];
  });
}
