import { Frames } from "../../components/frames.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { TABLES } from "../../sim/contract/protocol.ts";
import { PaintClock } from "../session/paint-clock.ts";
import { Session } from "../session/session.ts";
import { createPageStore } from "../store/store.ts";
import type { SavedRun } from "./run-file.ts";
import type { SavedTable } from "./run-tables.ts";

/**
 * A session at rest with all that a saved run had measured, so that the page’s own panels draw it. It has no worker, and
 * nobody asks it for one: panels read.
 */
export function recordedSession(run: SavedRun): { session: Session; clock: PaintClock } {
  const { device, step, lanes, pairs, translations, turns, marks, diverged, tables } = run;
  const store = createPageStore(catalogue, { ...run.address, complaints: [] });
  const columns = {
    steps: tables.steps.columns,
    "held-out": tables["held-out"].columns,
    translated: tables.translated.columns,
  };
  store.setState({ device, step, lanes, columns, pairs, translations, turns, marks, diverged });
  store.setState({ phase: "finished" });
  const session = new Session(store, () => {
    throw new Error("a run from a file has no worker");
  });
  session.series.begin(columns);
  for (const table of TABLES)
    session.series.append([{ table, steps: tables[table].steps, values: byRow(tables[table]) }]);
  const frames = new Frames({
    request: (callback) => requestAnimationFrame(callback),
    isCalm: () => true,
    watch: () => () => undefined,
  });
  return { session, clock: new PaintClock(session, frames, (tell) => tell()) };
}

/** As a worker sends them, [row, column]. */
function byRow({ steps, values }: SavedTable): Float32Array {
  const width = values.length;
  const rows = new Float32Array(steps.length * width);
  values.forEach((column, i) => {
    for (let row = 0; row < steps.length; row++) rows[row * width + i] = column[row] ?? Number.NaN;
  });
  return rows;
}
