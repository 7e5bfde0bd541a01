import { useMemo } from "react";
import type { Column, LaneReport, TableName } from "../../sim/contract/protocol.ts";
import type { RecordedRun } from "../../sim/contract/recorded-run.ts";
import type { Recording } from "../recorded/recording.ts";
import { usePainted, useReadout } from "../session-context.ts";
import type { SeriesTable } from "../session/series.ts";
import { usePage } from "../store/hooks.ts";
import type { State } from "../store/store.ts";

/** What charts draw: the run that goes on here, or, before it has a point, one that was recorded. */
export interface Shown {
  readonly lanes: readonly LaneReport[];
  readonly columns: Readonly<Record<TableName, readonly Column[]>>;
  readonly table: (name: TableName) => SeriesTable;
  readonly version: number;
  /** How far it has come. */
  readonly step: number;
  /** Null for the live run. Whoever draws a recorded one says so. */
  readonly recorded: RecordedRun | null;
}

export function useShown(): Shown {
  const recording = usePage((state) => state.recording);
  const lanes = usePage((state) => state.lanes);
  const columns = usePage((state) => state.columns);
  const step = useReadout((state) => state.step);
  const painted = usePainted();
  return useMemo(
    () => (recording ? shownOf(recording) : { lanes, columns, step, ...painted, recorded: null }),
    [recording, lanes, columns, step, painted],
  );
}

/** The lanes alone, for what need not follow every report. */
export function shownLanes({ recording, lanes }: State): readonly LaneReport[] {
  return recording?.run.lanes ?? lanes;
}

function shownOf({ run, tables }: Recording): Shown {
  return {
    lanes: run.lanes,
    columns: {
      steps: tables.steps.columns,
      "held-out": tables["held-out"].columns,
      translated: tables.translated.columns,
    },
    table: (name) => tables[name],
    version: 0,
    step: run.steps,
    recorded: run,
  };
}
