import type { LineSeries } from "../../components/charts/line-series.ts";
import type { SeriesTable } from "../session/series.ts";
import { progressCurves } from "./curves.ts";
import type { Seen } from "./curves.ts";
import type { LaneLook } from "./lane-look.ts";

/** One line a lane: its loss or score on held-out data with running statistics, less the same with each batch's own. */
export function gapLines(
  seen: Seen,
  kind: "loss" | "score",
  table: SeriesTable,
  looks: readonly LaneLook[],
): readonly LineSeries[] {
  const onBatch = progressCurves(seen, kind, "held-out-on-batch");
  return progressCurves(seen, kind, "held-out").flatMap(({ lane, position, column }) => {
    const other = onBatch.find((curve) => curve.position === position);
    const look = looks[position];
    // A run that has just been replaced may still be named by its lanes; its table is gone.
    if (!other || !look || other.column >= table.columns.length) return [];
    const [running, batch] = [table.values(column), table.values(other.column)];
    const { steps, length } = table;
    const values = Float64Array.from(
      { length },
      (_, row) => (running[row] ?? 0) - (batch[row] ?? 0),
    );
    const { label, style } = look;
    return [{ id: lane.id, label, style, weight: "thick" as const, steps, values, length }];
  });
}
