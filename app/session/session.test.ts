import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { change, opened, ready, report } from "./house.fixture.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a session", () => {
  it("opens the experiment at once and starts only on Play", () => {
    const { session, port, state } = opened();
    expect(state().phase).toBe("opening");
    port().say(ready(1));
    expect(state().phase).toBe("ready");
    expect(port().types).toEqual(["open"]);
    session.play();
    expect(state().phase).toBe("running");
    expect(port().heard.at(-1)).toMatchObject({
      type: "pace",
      pace: { kind: "run", stepsPerSecond: null },
    });
  });

  it("remembers a Play pressed while the run is being built", () => {
    const { session, port, state } = opened();
    session.play();
    expect(port().types).toEqual(["open"]);
    port().say(ready(1));
    expect(state().phase).toBe("running");
  });

  it("asks before it plays what takes seconds a step, and plays on when that is wanted", () => {
    const { session, port, state } = opened();
    session.play();
    port().say(ready(1, 0, "wasm", 12_000));
    expect(state()).toMatchObject({ phase: "ready", wantsToPlay: false, slowStep: "asking" });
    expect(port().types).toEqual(["open"]);
    state().answerSlow("quiet");
    session.play();
    expect(state().slowStep).toBe("asking");
    session.playAnyway();
    expect(state()).toMatchObject({ phase: "running", slowStep: "accepted" });
    session.pause();
    session.play();
    expect(state().phase).toBe("running");
    session.reset();
    expect(state().slowStep).toBe("quiet");
  });

  it("gives its worker back and keeps the curve, and Play goes on from there on a fresh one", () => {
    const { session, ports, port, state } = opened();
    port().say(ready(1));
    session.play();
    port().say(report(1, 1));
    port().say(report(1, 2));
    session.letGo();
    expect(port().ended).toBe(true);
    expect(state()).toMatchObject({ phase: "released", step: 2, wantsToPlay: false });
    expect(session.series.table("steps").length).toBe(2);
    session.play();
    expect(ports).toHaveLength(2);
    expect(port().heard[0]).toMatchObject({ type: "open", resume: { until: 2, device: "cpu" } });
    port().say(ready(2, 2));
    expect(state()).toMatchObject({ phase: "running", step: 2, recovery: null });
    expect(session.series.table("steps").length).toBe(2);
  });

  it("that was given back before its first step begins anew", () => {
    const { session, ports, port, state } = opened();
    session.letGo();
    expect(state().phase).toBe("released");
    session.play();
    expect(ports).toHaveLength(2);
    expect(port().heard[0]).toMatchObject({ type: "open", resume: null });
  });

  it("takes a single step without asking, however long it takes", () => {
    const { session, port, state } = opened();
    port().say(ready(1, 0, "wasm", 12_000));
    session.step();
    expect(state().slowStep).toBe("quiet");
    expect(port().heard.at(-1)).toMatchObject({ pace: { kind: "step" } });
  });

  it("appends what is reported and shows the step", () => {
    const { session, port, state } = opened();
    port().say(ready(1));
    session.play();
    port().say(report(1, 1));
    port().say(report(1, 2));
    expect(state()).toMatchObject({ step: 2, millisecondsPerStep: 20, tensors: 100 });
    expect([...session.series.table("steps").values(0).subarray(0, 2)]).toEqual([0.5, 1]);
  });

  it("keeps the newest translations, and their scores beside the losses", () => {
    const { session, port, state } = opened();
    port().say(ready(1));
    session.play();
    expect(state().pairs[0]?.[0]?.input).toBe("ein Hund .");
    expect(state().translations).toBeNull();
    const lanes = [{ lane: "bn", sentences: ["a dog ."] }];
    port().say({
      type: "translations",
      run: 1,
      step: 50,
      lanes,
      rows: [{ table: "translated", steps: Uint32Array.of(50), values: Float32Array.of(12.5) }],
    });
    expect(state().translations).toEqual({ step: 50, lanes });
    expect(session.series.table("translated").values(0)[0]).toBe(12.5);
    session.reset();
    expect(state().translations).toBeNull();
  });

  it("takes one step and rests", () => {
    const { session, port, state } = opened();
    port().say(ready(1));
    session.step();
    expect(state().phase).toBe("paused");
    expect(port().heard.at(-1)).toMatchObject({ pace: { kind: "step" } });
  });

  it("drops what a dead run still says", () => {
    const { session, port, state } = opened();
    port().say(ready(1));
    session.reset();
    port().say(report(1, 7));
    expect(state()).toMatchObject({ phase: "opening", step: 0 });
    expect(session.series.table("steps").length).toBe(0);
  });

  it("tunes a live value in the run that is going", () => {
    const house = opened();
    house.port().say(ready(1));
    house.session.play();
    change(house, "live");
    expect(house.port().types).toEqual(["open", "pace", "tune"]);
    expect(house.state().phase).toBe("running");
  });

  it("notes on the time axis what was turned, once for each place it was turned at", () => {
    const house = opened();
    house.port().say(ready(1));
    house.port().say(report(1, 5));
    const { experiment } = house.state();
    change(house, "live");
    change(house, "live");
    expect(house.state().turns).toMatchObject([{ step: 5, from: experiment.steps }]);
    house.state().setExperiment(experiment);
    expect(house.state().turns).toEqual([]);
  });

  it("passes on what was tuned while the run was being built", () => {
    const house = opened();
    change(house, "live");
    house.port().say(ready(1));
    expect(house.port().heard.at(-1)).toMatchObject({
      type: "tune",
      experiment: { steps: house.state().experiment.steps },
    });
  });

  it("opens anew for anything else, once the hand rests, and plays on", () => {
    const house = opened();
    house.port().say(ready(1));
    house.session.play();
    change(house, "restart");
    change(house, "restart");
    change(house, "restart");
    expect(house.port().types).toEqual(["open", "pace", "close"]);
    expect(house.state()).toMatchObject({ phase: "opening", step: 0 });
    vi.advanceTimersByTime(300);
    expect(house.port().types).toEqual(["open", "pace", "close", "open"]);
    house.port().say(ready(2));
    expect(house.state().phase).toBe("running");
  });

  it("does not wait out the hand when Reset is pressed", () => {
    const house = opened();
    house.port().say(ready(1));
    change(house, "restart");
    house.session.reset();
    expect(house.port().types).toEqual(["open", "close", "open"]);
    vi.advanceTimersByTime(300);
    expect(house.port().types).toEqual(["open", "close", "open"]);
  });

  it("rests after a reset and does not play on", () => {
    const { session, port, state } = opened();
    port().say(ready(1));
    session.play();
    session.reset();
    port().say(ready(2));
    expect(state().phase).toBe("ready");
  });

  it("begins again on Play after the end", () => {
    const { session, port, state } = opened();
    port().say(ready(1));
    session.play();
    port().say({ type: "finished", run: 1, step: 1000 });
    expect(state().phase).toBe("finished");
    session.play();
    port().say(ready(2));
    expect(state().phase).toBe("running");
  });
});

describe("when things go wrong", () => {
  it("says what failed, and tries again with a fresh worker when asked", () => {
    const { session, port, state, ports } = opened();
    port().say({ type: "failed", run: 1, code: "device", detail: "no WebGL here" });
    expect(state()).toMatchObject({ phase: "failed", failure: { code: "device" } });
    session.open();
    expect(state().phase).toBe("opening");
    expect(ports[0]?.ended).toBe(true);
    expect(ports).toHaveLength(2);
  });

  it("fails when a fresh worker never answers", () => {
    const { state, ports } = opened();
    vi.advanceTimersByTime(60_000);
    expect(ports[0]?.ended).toBe(true);
    expect(state().phase).toBe("failed");
  });

  it("replaces a worker that is stuck and opens the run there", () => {
    const { session, port, ports, state } = opened();
    port().say(ready(1));
    session.reset();
    vi.advanceTimersByTime(15_000);
    expect(ports).toHaveLength(2);
    expect(port().types).toEqual(["open"]);
    port().say(ready(3));
    expect(state().phase).toBe("ready");
  });

  it("does not wait for a builder that is no longer wanted", () => {
    const { session, port, ports } = opened();
    port().say({ type: "progress", run: 1, doing: "compiling shaders", done: 3, of: 7 });
    session.reset();
    expect(ports[0]?.ended).toBe(true);
    expect(port().types).toEqual(["open"]);
  });

  it("keeps the lane that diverged, with its step and place", () => {
    const { port, state } = opened();
    port().say(ready(1));
    port().say({ type: "diverged", run: 1, lane: "bn", step: 31, site: "encoder 1 attention" });
    expect(state().diverged).toEqual([{ lane: "bn", step: 31, site: "encoder 1 attention" }]);
  });

  it("falls back to the last layer when a link names one that is not there", () => {
    const { port, state } = opened("site=attic");
    port().say(ready(1));
    expect(state().site).toBe("last");
    expect(state().complaints.join()).toContain("attic");
  });
});
