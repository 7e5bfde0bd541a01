import type { LineSeries } from "../../components/charts/line-series.ts";
import type { SeriesTable } from "../session/series.ts";
import type { Curve } from "./curves.ts";
import type { LaneLook } from "./lane-look.ts";

/** Dots for the second line of a lane, whatever the dash of its first. */
const OWN_DASH = [1, 3];

/** Curves as a chart wants them: columns in place, with as much of them as is there whenever it looks. */
export function chartLines(
  curves: readonly Curve[],
  table: SeriesTable,
  looks: readonly (LaneLook | undefined)[],
  weight: LineSeries["weight"],
): readonly LineSeries[] {
  return curves.flatMap(({ lane, position, column, aside }) => {
    const look = looks[position];
    // A pinned run may have a lane that is not here now. A run that has just been replaced may still be named by its lanes; its table is gone.
    if (!look || column >= table.columns.length) return [];
    const { label, style } = look;
    return [
      {
        id: aside === null ? lane.id : `${lane.id} ${aside}`,
        label: aside === null ? label : `${label} ${aside}`,
        style: aside === "own" ? { ...style, dash: OWN_DASH } : style,
        weight: aside === null ? weight : "thin",
        get steps() {
          return table.steps;
        },
        get values() {
          return table.values(column);
        },
        get length() {
          return table.length;
        },
        get pyramid() {
          return table.pyramid(column);
        },
        get revision() {
          return table.revision;
        },
      },
    ];
  });
}

const ROUND = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

/** The x-axis: from the start to a round number that leaves room, and at last to the end of the run. */
export function stepDomain(step: number, steps: number): readonly [number, number] {
  const round = ROUND.find((end) => end > step) ?? steps;
  return [0, Math.min(steps, round)];
}
