import { useMemo } from "react";
import type { LineSeries } from "../../components/charts/line-series.ts";
import type { Floor } from "../../sim/contract/metric.ts";
import { floorRatio, RATIO_STEPS } from "./floor-ratio.ts";

interface FloorWordsProps {
  readonly kind: Floor["kind"];
  /** How far the run has come. */
  readonly step: number;
  readonly lines: readonly LineSeries[];
  readonly floors: readonly LineSeries[];
}

/** How many times what independent rows would give each lane measures: below a chart, refreshed as text is. */
export function FloorWords({ kind, step, lines, floors }: FloorWordsProps) {
  const ratios = useMemo(
    () =>
      floors.flatMap((floor) => {
        const line = lines.find(({ id }) => id === floor.id);
        const ratio = line && step > 0 ? floorRatio(line, floor, kind) : null;
        return ratio === null ? [] : [{ ...floor, ratio }];
      }),
    // Columns grow in place: the step says when.
    [kind, lines, floors, step],
  );
  return (
    <p className="floor-words">
      {ratios.length === 0 ? null : "× independent rows: "}
      {ratios.map(({ id, label, style, ratio }, index) => (
        <span key={id}>
          {index > 0 ? ", " : ""}
          <b style={{ color: `var(${style.cssVariable})` }}>{label}</b> {ratio.toFixed(1)}
        </span>
      ))}
    </p>
  );
}

/** What the shaded areas are, once for all charts. */
export function FloorLegend({ kind }: Pick<FloorWordsProps, "kind">) {
  const mean = kind === "mean" ? "mean" : "root mean square";
  return (
    <p className="floor-legend">
      Shaded: the {mean} of what independent rows would give, for as many rows and the same α. Below
      each chart, how many times that the last {RATIO_STEPS} steps measure. What is above 1 is rows
      that are alike, and a network that moves.
    </p>
  );
}
