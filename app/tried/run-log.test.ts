import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { opened, ready, report } from "../session/house.fixture.ts";
import { RunLog } from "./run-log.ts";
import { shelfIn } from "./shelf.ts";
import type { Shelf } from "./shelf.ts";

/** A browser's storage, as long as the test lasts. */
function memory(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) };
}

const BLOCKED: Shelf = shelfIn(() => {
  throw new Error("storage is blocked");
});

function followed(shelf: Shelf, query = "") {
  const house = opened(query);
  const log = new RunLog(shelf);
  log.follow(house.session, catalogue);
  return { ...house, log, runs: () => log.state().runs };
}

describe("the runs that were tried", () => {
  it("have a run when it comes to rest, and bring it up to date when it goes on", () => {
    const { port, session, runs, letGo } = followed(BLOCKED, "seed=2&device=cpu");
    port().say(ready(1));
    session.play();
    port().say(report(1, 1));
    expect(runs()).toEqual([]);
    session.pause();
    expect(runs()).toMatchObject([
      { name: "Run 1", steps: 1, differences: ["seed 2"], device: "cpu", milliseconds: 20 },
    ]);
    expect(runs()[0]?.losses).toMatchObject([{ on: "train", value: 0.5 }]);
    expect(runs()[0]?.query).toContain("seed=2");
    session.play();
    port().say(report(1, 2));
    session.pause();
    expect(runs()).toMatchObject([{ name: "Run 1", steps: 2, milliseconds: 40 }]);
    letGo();
  });

  it("have a run that was left while it went on, with the settings that it had", () => {
    const { port, session, state, runs, letGo } = followed(BLOCKED);
    port().say(ready(1));
    session.play();
    port().say(report(1, 3));
    state().setExperiment({ ...state().experiment, seed: 9 });
    expect(runs()).toMatchObject([{ steps: 3, differences: [] }]);
    expect(runs()[0]?.losses).toMatchObject([{ value: 1.5 }]);
    letGo();
  });

  it("can be named, and forgotten one by one or all", () => {
    const { port, session, log, runs, letGo } = followed(BLOCKED);
    for (const run of [1, 2]) {
      port().say(ready(run));
      port().say(report(run, 1));
      session.reset();
    }
    expect(runs().map(({ name }) => name)).toEqual(["Run 2", "Run 1"]);
    log.rename(1, "the plain one");
    log.remove(2);
    expect(runs().map(({ name }) => name)).toEqual(["the plain one"]);
    log.removeAll();
    expect(runs()).toEqual([]);
    letGo();
  });

  it("outlast the visit where the browser keeps them, and say so where it does not", () => {
    const storage = memory();
    const first = followed(shelfIn(() => storage));
    first.port().say(ready(1));
    first.port().say(report(1, 1));
    first.session.reset();
    expect(first.log.state().isKept).toBe(true);
    first.letGo();
    expect(new RunLog(shelfIn(() => storage)).state().runs).toEqual(first.runs());

    const blocked = followed(BLOCKED);
    blocked.port().say(ready(1));
    blocked.port().say(report(1, 1));
    blocked.session.reset();
    expect(blocked.log.state()).toMatchObject({ isKept: false, runs: [{ steps: 1 }] });
    blocked.letGo();
  });

  it("are not taken from a shelf that somebody else has written on", () => {
    for (const text of ["{", "7", '[{"id":1}]', "[null]"]) {
      const log = new RunLog(shelfIn(() => ({ getItem: () => text, setItem: () => {} })));
      expect(log.state().runs).toEqual([]);
    }
  });
});
