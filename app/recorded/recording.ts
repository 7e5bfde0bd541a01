import type { RecordedRun, RecordedTable } from "../../sim/contract/recorded-run.ts";
import type { TableName } from "../../sim/contract/protocol.ts";
import { SeriesTable } from "../session/series.ts";

/** A recorded run, laid out as a live one is, so that charts draw it the same way. */
export interface Recording {
  readonly run: RecordedRun;
  readonly tables: Readonly<Record<TableName, SeriesTable>>;
}

export function recordingOf(run: RecordedRun): Recording {
  const tables = {
    steps: tableOf("steps", run.tables.steps),
    "held-out": tableOf("held-out", run.tables["held-out"]),
    translated: new SeriesTable([]),
  };
  return { run, tables };
}

function tableOf(name: "steps" | "held-out", { columns, steps, values }: RecordedTable) {
  const table = new SeriesTable(columns);
  // [row, column], row-major
  const rows = steps.flatMap((_, row) => values.map((column) => column[row] ?? Number.NaN));
  table.append({ table: name, steps: Uint32Array.from(steps), values: Float32Array.from(rows) });
  return table;
}
