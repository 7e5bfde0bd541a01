import type { Experiment } from "../../sim/contract/experiment.ts";
import type { Column, LaneReport, TableName } from "../../sim/contract/protocol.ts";
import type { SeriesTable } from "../session/series.ts";
import type { Session } from "../session/session.ts";

/** A run as it stood when it was pinned. What this page computed of it stays; nothing is added. */
export interface Pinned {
  readonly experiment: Experiment;
  readonly lanes: readonly LaneReport[];
  readonly columns: Readonly<Record<TableName, readonly Column[]>>;
  readonly tables: Readonly<Record<TableName, SeriesTable>>;
  readonly step: number;
}

/** Keeps a copy of the run, to be drawn behind the next. */
export function pinRun({ store, series }: Session): void {
  const { experiment, lanes, columns, step } = store.getState();
  const tables = {
    steps: series.table("steps").copy(),
    "held-out": series.table("held-out").copy(),
    translated: series.table("translated").copy(),
  };
  store.setState({ pinned: { experiment, lanes, columns, tables, step } });
}

/** A run is drawn behind another that learns the same with the same model: only then do their lines mean the same. */
export function fitsBehind(pinned: Experiment, now: Experiment): boolean {
  const tasksOf = ({ tasks }: Experiment) =>
    tasks.map(({ workload, model }) => `${workload.id} ${model.id}`).join(", ");
  return tasksOf(pinned) === tasksOf(now);
}
