import { describe, expect, it } from "vitest";
import type { ChannelRows } from "../../sim/contract/channel-rows.ts";
import type { Checkpoint } from "../../sim/contract/checkpoint.ts";
import type { FromSim } from "../../sim/contract/protocol.ts";
import { ChannelStore, MOST_BYTES, MOST_ROWS } from "./channel-store.ts";
import { opened, ready, report } from "./house.fixture.ts";

const WIDE = 1024;
const BOTH = { bn: "encoder final", ln: "encoder final" };

/** Rows of two lanes: every number says its step, and its place in the row. */
function rows(from: number, count: number, channels = 2): ChannelRows {
  const length = 6 * channels;
  const number = (_: unknown, i: number) => from + Math.floor(i / length) + (i % length) / 1e5;
  return {
    sites: ["bn", "ln"].map((lane) => ({ lane, site: "encoder final", channels })),
    steps: Uint32Array.from({ length: count }, (_, row) => from + row),
    batch: Float32Array.from({ length: count * length }, number),
    running: Float64Array.from({ length: count * length }, (_, i) => -number(_, i)),
  };
}

function watching(): ChannelStore {
  const store = new ChannelStore();
  store.watch(BOTH);
  return store;
}

function stepsOf(store: ChannelStore): number[] {
  return Array.from({ length: store.end - store.start }, (_, i) => store.step(store.start + i));
}

describe("the channels that are watched", () => {
  it("are found by step and lane, each number in its place", () => {
    const store = watching();
    store.append(rows(11, 5));
    const sample = store.sample(store.rowAt(13), "ln");
    expect(sample?.channels).toBe(2);
    // The second lane begins after 3 × 2 numbers; its variance two further on.
    expect(sample?.batch.variance[1]).toBeCloseTo(13.00009, 4);
    expect(sample?.running["quadratic-mean"][0]).toBe(-13.0001);
    expect(store.sample(store.start, "pn")).toBeNull();
    expect(store.rowAt(10)).toBe(-1);
  });

  it("are the newest two thousand steps, and keep their row numbers as the oldest go", () => {
    const store = watching();
    for (let from = 1; from <= 3000; from += 100) store.append(rows(from, 100));
    expect([store.start, store.end]).toEqual([3000 - MOST_ROWS, 3000]);
    expect([store.step(store.start), store.step(store.end - 1)]).toEqual([1001, 3000]);
    expect(store.sample(store.rowAt(2345), "bn")?.running.mean[0]).toBe(-2345);
  });

  it("take no more than 32 MB, however many channels there are", () => {
    const store = watching();
    for (let from = 1; from <= 700; from += 100) store.append(rows(from, 100, WIDE));
    expect(store.bytes).toBeLessThanOrEqual(MOST_BYTES + 4 * MOST_ROWS);
    expect(store.end - store.start).toBeLessThan(700);
    expect(store.step(store.end - 1)).toBe(700);
  });

  it("have a step once, though it was sent once more", () => {
    const store = watching();
    store.append(rows(1, 3));
    store.append(rows(3, 1));
    store.append(rows(4, 1));
    expect(stepsOf(store)).toEqual([1, 2, 3, 4]);
  });

  it("are cut after a step that the run goes back to, and go on from there", () => {
    const store = watching();
    store.append(rows(1, 10));
    store.truncate(6);
    store.append(rows(7, 2));
    expect(stepsOf(store)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("are gone when another layer is watched, and so is what was still on its way", () => {
    const store = watching();
    store.append(rows(1, 10));
    const { revision } = store;
    store.watch({});
    expect(stepsOf(store)).toHaveLength(10);
    store.watch({ bn: "attic", ln: "attic" });
    store.append(rows(11, 2));
    expect(stepsOf(store)).toEqual([]);
    expect(store.revision).toBeGreaterThan(revision);
  });
});

describe("watching, as the session does it", () => {
  const channels = (run: number, step: number): FromSim => ({
    type: "channels",
    run,
    rows: rows(step, 1),
  });

  it("is asked of the worker once, and not at all before something is watched", () => {
    const { session, port } = opened();
    port().say(ready(1));
    session.watch({});
    session.watch({ bn: "encoder final" });
    session.watch({ bn: "encoder final" });
    expect(port().types).toEqual(["open", "watch"]);
    session.watch({});
    expect(port().heard.at(-1)).toEqual({ type: "watch", watch: {} });
  });

  it("goes on with the worker that takes a lost one's place, before its run is opened, every step once", () => {
    const { session, port } = opened();
    port().say(ready(1, 0, "webgl"));
    session.watch(BOTH);
    session.play();
    for (const step of [1, 2, 3]) {
      port().say(channels(1, step));
      port().say(report(1, step));
    }
    const checkpoint: Checkpoint = { step: 2, lanes: [] };
    port().say({ type: "checkpoint", run: 1, checkpoint });
    port().say({ type: "failed", run: 1, code: "lost", detail: "The device was taken away." });
    expect(port().types).toEqual(["watch", "open"]);
    port().say(ready(2, 2, "webgl"));
    port().say(channels(2, 3));
    expect(stepsOf(session.channels)).toEqual([1, 2, 3]);
  });

  it("keeps nothing of a run that was begun again, and of one that went back what lies before", () => {
    const { session, port } = opened();
    port().say(ready(1));
    session.watch(BOTH);
    for (const step of [1, 2, 3]) port().say(channels(1, step));
    port().say({ type: "rewound", run: 1, step: 1, checkpoint: { step: 1, lanes: [] } });
    expect(stepsOf(session.channels)).toEqual([1]);
    session.reset();
    expect(stepsOf(session.channels)).toEqual([]);
  });
});
