import { describe, expect, it } from "vitest";
import type { Dissection, DissectionOrder, FromDissection } from "../../sim/contract/dissection.ts";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import { SeriesTable } from "../session/series.ts";
import { DissectionDesk } from "./dissection-desk.ts";
import { plottedIn } from "./plotted-in.ts";

/** A worker that says what a test wants said. */
class FakeWorker {
  readonly heard: DissectionOrder[] = [];
  ended = false;
  say: (message: FromDissection) => void = () => {};
  crash: (detail: string) => void = () => {};
  post(order: DissectionOrder): void {
    this.heard.push(order);
  }
  listen(onMessage: (message: FromDissection) => void, onError: (detail: string) => void): void {
    this.say = onMessage;
    this.crash = onError;
  }
  end(): void {
    this.ended = true;
  }
}

const lanes: readonly LaneReport[] = [];
const subject = { lanes, lane: "batch-norm", site: "encoder final", step: 7 };
// The desk passes both on and looks into neither.
const order = { step: 7 } as DissectionOrder;
const dissection = { step: 7 } as Dissection;

function started() {
  const workers: FakeWorker[] = [];
  const desk = new DissectionDesk(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  desk.start(subject, order);
  return { desk, workers, worker: (at: number) => workers[at] as FakeWorker };
}

describe("a desk on which one step is taken apart", () => {
  it("says how far it is, opens what comes, and ends the worker that brought it", () => {
    const { desk, worker } = started();
    expect(worker(0).heard).toEqual([order]);
    worker(0).say({ type: "progress", doing: "Taking steps", done: 3, of: 6 });
    expect(desk.state()).toMatchObject({ phase: "working", done: 3, of: 6 });
    worker(0).say({ type: "dissected", dissection });
    expect(desk.state()).toEqual({ phase: "open", subject, dissection });
    expect(worker(0).ended).toBe(true);
  });

  it("takes another step instead of the one under way, and hears nothing more of that", () => {
    const { desk, worker } = started();
    desk.start({ ...subject, step: 8 }, { ...order, step: 8 });
    expect(worker(0).ended).toBe(true);
    worker(0).say({ type: "dissected", dissection });
    expect(desk.state()).toMatchObject({ phase: "working", subject: { step: 8 } });
  });

  it("is empty once it is cancelled, and again once it is let go", () => {
    const { desk, worker } = started();
    desk.close();
    expect(worker(0).ended).toBe(true);
    expect(desk.state()).toEqual({ phase: "idle" });
  });

  it("says in a sentence why there is nothing", () => {
    const { desk, worker } = started();
    worker(0).say({ type: "refused", sentence: "Choose an earlier step." });
    expect(desk.state()).toMatchObject({ phase: "refused", sentence: "Choose an earlier step." });
    desk.start(subject, order);
    worker(1).crash("out of memory");
    expect(desk.state()).toMatchObject({ sentence: "The worker stopped: out of memory." });
  });
});

it("finds what the charts show of a step, and nothing of a step that was not reported", () => {
  const column = (lane: string, of: "input" | "floor"): Column => ({
    kind: "statistic",
    lane,
    site: "encoder final",
    of,
    metric: "distance",
    statistic: "mean",
  });
  const table = new SeriesTable([
    column("batch-norm", "input"),
    column("batch-norm", "floor"),
    column("layer-norm", "input"),
  ]);
  table.append({
    table: "steps",
    steps: Uint32Array.of(6, 7),
    values: Float32Array.of(1, 2, 3, 4, 5, 6),
  });
  expect(plottedIn(table, subject)).toEqual([
    { of: "input", metric: "distance", statistic: "mean", value: 4 },
  ]);
  expect(plottedIn(table, { ...subject, step: 9 })).toEqual([]);
});
