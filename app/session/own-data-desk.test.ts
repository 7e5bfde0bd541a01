import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import type { FromReader, OwnData, ToReader } from "../../sim/contract/own-data.ts";
import type { ToSim } from "../../sim/contract/protocol.ts";
import { createPageStore } from "../store/store.ts";
import { readAddress } from "../store/url.ts";
import { OwnDataDesk } from "./own-data-desk.ts";
import type { ReaderPort } from "./own-data-desk.ts";
import { Session } from "./session.ts";
import { keepInSync } from "./sync.ts";

/** A reader that answers when a test says so. */
class FakeReader implements ReaderPort {
  readonly heard: ToReader[] = [];
  ended = false;
  say: (message: FromReader) => void = () => {};
  crash: (detail: string) => void = () => {};
  post(message: ToReader): void {
    this.heard.push(message);
  }
  listen(onMessage: (message: FromReader) => void, onError: (detail: string) => void): void {
    this.say = onMessage;
    this.crash = onError;
  }
  end(): void {
    this.ended = true;
  }
}

const nothing = new Blob([]);
const data: OwnData = {
  found: {
    kind: "pictures",
    format: "CIFAR-10 binary batches",
    pictures: 0,
    test: 0,
    classes: [],
    width: 32,
    height: 32,
    examples: [],
  },
  packed: {
    kind: "pictures",
    classes: [],
    width: 32,
    height: 32,
    channels: 3,
    test: 0,
    labels: nothing,
    pixels: nothing,
  },
};

function opened(query = "") {
  const readers: FakeReader[] = [];
  const heard: ToSim[][] = [];
  const store = createPageStore(catalogue, readAddress(query, catalogue));
  const session = new Session(store, () => {
    const worker: ToSim[] = [];
    heard.push(worker);
    return { post: (message) => worker.push(message), listen: () => {}, end: () => {} };
  });
  const letGo = keepInSync(session, catalogue);
  session.open();
  const desk = new OwnDataDesk(session, () => {
    const reader = new FakeReader();
    readers.push(reader);
    return reader;
  });
  return { store, session, desk, readers, heard, letGo };
}

const file = { path: "data_batch_1.bin", bytes: nothing };

it("what is refused leaves the run and what was found before as they were", () => {
  const { store, desk, readers, heard, letGo } = opened();
  desk.read([file]);
  readers[0]?.say({ type: "read", data });
  desk.read([file]);
  readers[1]?.say({ type: "progress", doing: "Reading", done: 1, of: 2 });
  expect(store.getState().reading).toEqual({ doing: "Reading", done: 1, of: 2 });
  readers[1]?.say({ type: "refused", sentence: "No." });
  expect(store.getState()).toMatchObject({ reading: null, refusal: "No.", found: { data } });
  expect(heard.flat().map(({ type }) => type)).toEqual(["open"]);
  expect(readers.map(({ ended }) => ended)).toEqual([true, true]);
  letGo();
});

it("a reader that is stopped, or overtaken by other files, is heard no more", () => {
  const { store, desk, readers, letGo } = opened();
  desk.read([file]);
  desk.read([file]);
  readers[0]?.say({ type: "refused", sentence: "old" });
  desk.stop();
  readers[1]?.say({ type: "read", data });
  readers[1]?.crash("too late");
  expect(store.getState()).toMatchObject({ reading: null, refusal: null, found: null });
  letGo();
});

it("a reader that crashes is said, and the next files are read by another", () => {
  const { store, desk, readers, letGo } = opened();
  desk.read([file]);
  readers[0]?.crash("out of memory");
  expect(store.getState().refusal).toContain("out of memory");
  desk.read([file]);
  expect(store.getState()).toMatchObject({ refusal: null });
  letGo();
});

it("many files are posted a few at a time, the last lot marked", async () => {
  const { desk, readers, letGo } = opened();
  desk.read(Array.from({ length: 1200 }, () => file));
  const [reader] = readers;
  await expect.poll(() => reader?.heard.length).toBe(3);
  expect(reader?.heard.map(({ isLast }) => isLast)).toEqual([false, false, true]);
  expect(reader?.heard.flatMap(({ files }) => files)).toHaveLength(1200);
  letGo();
});

it("what is started goes to the worker that trains, and to any that takes its place", async () => {
  const { store, session, desk, readers, heard, letGo } = opened();
  desk.read([file]);
  readers[0]?.say({ type: "read", data });
  desk.start();
  expect(store.getState().experiment.tasks[0]).toMatchObject({
    workload: { id: "own-pictures" },
    model: { id: "res-net" },
  });
  expect(store.getState().wantsToPlay).toBe(true);
  session.open();
  const last = heard.at(-1) ?? [];
  expect(last.slice(-2).map(({ type }) => type)).toEqual(["data", "open"]);
  letGo();
});

it("another set of the same kind opens a new run of the same link", () => {
  const { store, desk, readers, heard, letGo } = opened("workload=own-pictures");
  desk.read([file]);
  readers[0]?.say({ type: "read", data });
  const before = store.getState().experiment;
  desk.start();
  expect(store.getState().experiment).toBe(before);
  expect(heard.flat().at(-1)).toMatchObject({ type: "open" });
  letGo();
});
