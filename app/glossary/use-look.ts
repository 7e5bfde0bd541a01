import { useMemo } from "react";
import { formatNumber } from "../../components/prose/format.ts";
import type { Column, LaneReport, TableName } from "../../sim/contract/protocol.ts";
import { siteOf } from "../panels/sites.ts";
import { useLooks } from "../panels/use-looks.ts";
import { usePainted, useReadout } from "../session-context.ts";
import type { Painted } from "../session/paint-clock.ts";
import type { State } from "../store/store.ts";
import type { Look } from "./terms.ts";

const TABLES: readonly TableName[] = ["steps", "held-out"];

/** The run as it stands, for what the glossary says of it; refreshed as text is. */
export function useLook(): Look {
  const state = useReadout(whole);
  const painted = usePainted();
  const looks = useLooks();
  return useMemo(
    () => ({
      state,
      newest: (fits) => {
        const words = state.lanes.flatMap((lane, position) => {
          const value = newestOf(painted, (column) => isSeen(column, lane, state) && fits(column));
          const label = looks[position]?.label ?? lane.id;
          return value === null ? [] : [`${label} ${formatNumber(value)}`];
        });
        return words.join(", ") || null;
      },
    }),
    [state, painted, looks],
  );
}

/** The last row of the first column that fits. */
function newestOf(painted: Painted, fits: (column: Column) => boolean): number | null {
  for (const name of TABLES) {
    const table = painted.table(name);
    const column = table.columns.findIndex(fits);
    if (column >= 0) return table.values(column)[table.length - 1] ?? null;
  }
  return null;
}

/** Of this lane, and of the layer that is looked at where it has one. */
function isSeen(column: Column, lane: LaneReport, { site, lanes }: State): boolean {
  if (column.lane !== lane.id) return false;
  return column.kind !== "statistic" || column.site === siteOf(lane, site, lanes)?.id;
}

const whole = (state: State): State => state;
