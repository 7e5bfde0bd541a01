import type { BandSeries } from "../../components/charts/band-chart-layout.ts";
import type { TableName } from "../../sim/contract/protocol.ts";
import type { Curve } from "../panels/curves.ts";
import type { LaneLook } from "../panels/lane-look.ts";
import { medianAndRange } from "./median-and-range.ts";
import type { SeedResult } from "./seed-runs.ts";

/** Curves of one table, each as the middle and the range of all seeds. */
export function seedBands(
  curves: readonly Curve[],
  done: readonly SeedResult[],
  table: TableName,
  looks: readonly LaneLook[],
): readonly BandSeries[] {
  const tables = done.map((result) => result.tables[table]);
  return curves.flatMap(({ lane, position, column, aside }) => {
    const look = looks[position];
    if (!look) return [];
    return [
      {
        id: `${lane.id} ${aside ?? ""}`,
        label: aside === null ? look.label : `${look.label} ${aside}`,
        style: aside === null ? look.style : { ...look.style, dash: [1, 3] },
        ...medianAndRange(tables, column),
      },
    ];
  });
}
