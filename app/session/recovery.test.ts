import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Checkpoint } from "../../sim/contract/checkpoint.ts";
import type { FromSim } from "../../sim/contract/protocol.ts";
import { change, opened, ready, report } from "./house.fixture.ts";

function checkpoint(step: number): Checkpoint {
  return { step, lanes: [] };
}

function kept(run: number, step: number): FromSim {
  return { type: "checkpoint", run, checkpoint: checkpoint(step) };
}

function rewound(run: number, step: number): FromSim {
  return { type: "rewound", run, step, checkpoint: checkpoint(step) };
}

function lost(run: number): FromSim {
  return { type: "failed", run, code: "lost", detail: "The device was taken away." };
}

type House = ReturnType<typeof opened>;

/** A run that plays and has come so far. */
function playing(steps: number): House {
  const house = opened();
  house.port().say(ready(1, 0, "webgl"));
  house.session.play();
  for (let step = 1; step <= steps; step++) house.port().say(report(1, step));
  return house;
}

function stepsOf({ session }: House): number[] {
  const table = session.series.table("steps");
  return [...table.steps.subarray(0, table.length)];
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a run whose device or worker is lost", () => {
  it("goes on by itself on a fresh worker, from what the page kept to where it was, and every step is there once", () => {
    const house = playing(7);
    house.port().say(kept(1, 5));
    house.port().say(report(1, 8));
    house.port().say(lost(1));
    expect(house.ports).toHaveLength(2);
    expect(house.state()).toMatchObject({ phase: "opening", step: 8 });
    expect(stepsOf(house)).toHaveLength(8);
    const [open] = house.port().heard;
    expect(open).toMatchObject({
      type: "open",
      resume: { checkpoint: { step: 5 }, until: 8, device: "webgl" },
    });
    house.port().say(ready(2, 5, "webgl"));
    expect(house.state()).toMatchObject({ phase: "running", step: 5, failure: null });
    for (let step = 6; step <= 10; step++) house.port().say(report(2, step));
    expect(stepsOf(house)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(house.state().recovery).toMatchObject({ lostAt: 8, from: 5 });
    expect(house.state().marks).toMatchObject([{ step: 5 }]);
  });

  it("goes on from the start where nothing was kept yet", () => {
    const house = playing(2);
    house.port().crash("out of memory");
    expect(house.port().heard[0]).toMatchObject({ resume: { checkpoint: null, until: 2 } });
    house.port().say(ready(2));
    expect(stepsOf(house)).toEqual([]);
    expect(house.state().recovery).toMatchObject({
      why: { code: "stopped", detail: "out of memory" },
      lostAt: 2,
      from: 0,
    });
  });

  it("stays at rest if it was at rest", () => {
    const house = playing(3);
    house.session.pause();
    house.port().say(lost(1));
    house.port().say(ready(2));
    expect(house.state().phase).toBe("paused");
    expect(house.port().types).toEqual(["open"]);
  });

  it("takes the settings along as they were turned, each from its step on", () => {
    const house = playing(3);
    change(house, "live");
    const { experiment } = house.state();
    house.port().say({ type: "tuned", run: 1, after: 3, experiment });
    house.port().say(lost(1));
    const [open] = house.port().heard;
    if (open?.type !== "open") throw new Error("the fresh worker was not told to open a run");
    expect(open.resume?.settings.map(({ after }) => after)).toEqual([0, 3]);
    expect(open.resume?.settings.at(-1)?.experiment).toEqual(experiment);
  });

  it("fails when it is lost again without having come further, and goes on when asked", () => {
    const house = playing(4);
    house.port().say(lost(1));
    house.port().say(ready(2));
    house.port().say(lost(2));
    expect(house.state()).toMatchObject({ phase: "failed", failure: { code: "lost" } });
    house.session.goOn();
    house.port().say(ready(3));
    expect(house.state()).toMatchObject({ phase: "running", failure: null });
  });

  it("goes on elsewhere when another device is chosen after a failure", () => {
    const house = playing(4);
    house.port().say(kept(1, 2));
    house.port().say({ type: "failed", run: 1, code: "device", detail: "out of memory" });
    expect(house.state()).toMatchObject({ phase: "failed", step: 4 });
    house.state().setDevice("wasm");
    expect(house.port().heard[0]).toMatchObject({
      device: "wasm",
      resume: { checkpoint: { step: 2 } },
    });
    house.port().say(ready(2, 2, "wasm"));
    expect(house.state()).toMatchObject({ phase: "running", step: 2 });
    expect(stepsOf(house)).toEqual([1, 2]);
  });

  it("begins again when another device is chosen while it is well", () => {
    const house = playing(4);
    house.state().setDevice("wasm");
    vi.advanceTimersByTime(300);
    expect(house.port().heard.at(-1)).toMatchObject({ type: "open", resume: null });
  });
});

describe("a worker that falls silent while it trains", () => {
  it("is replaced, and the run goes on", () => {
    const house = playing(2);
    vi.advanceTimersByTime(29_000);
    expect(house.ports).toHaveLength(1);
    house.port().say(report(1, 3));
    vi.advanceTimersByTime(29_000);
    expect(house.ports).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    expect(house.ports).toHaveLength(2);
    expect(house.state().phase).toBe("opening");
  });

  it("is waited for as long as thirty of its steps take", () => {
    const house = playing(1);
    house.port().say({ ...report(1, 2), millisecondsPerStep: 5000 } as FromSim);
    vi.advanceTimersByTime(149_000);
    expect(house.ports).toHaveLength(1);
  });

  it("may be silent when there is nothing to say", () => {
    const house = playing(2);
    house.session.pause();
    vi.advanceTimersByTime(600_000);
    expect(house.ports).toHaveLength(1);
  });
});

describe("going back", () => {
  it("takes away the steps after it, leaves a mark, and rests or plays on as asked", () => {
    for (const [then, phase] of [
      ["rest", "paused"],
      ["play", "running"],
    ] as const) {
      const house = playing(9);
      house.session.rewind(4, then);
      expect(house.state().phase).toBe("rewinding");
      expect(house.port().heard.slice(-2)).toMatchObject([
        { type: "pace", pace: { kind: "pause" } },
        { type: "rewind", to: 4 },
      ]);
      house.port().say(report(1, 10));
      house.port().say(rewound(1, 4));
      expect(stepsOf(house)).toEqual([1, 2, 3, 4]);
      expect(house.state()).toMatchObject({ phase, step: 4 });
      expect(house.state().marks).toEqual([{ step: 4, label: "back from step 10" }]);
    }
  });

  it("forgets divergences after it, and keeps settings as they were turned", () => {
    const house = playing(9);
    change(house, "live");
    house.port().say({ type: "diverged", run: 1, lane: "bn", step: 8, site: null });
    house.session.rewind(4, "rest");
    house.port().say(rewound(1, 4));
    expect(house.state().diverged).toEqual([]);
    expect(house.state().turns).toMatchObject([{ step: 4 }]);
  });

  it("brings a run back that came to its end meanwhile", () => {
    const house = playing(9);
    house.session.rewind(4, "play");
    house.port().say({ type: "finished", run: 1, step: 9 });
    house.port().say(rewound(1, 4));
    expect(house.state().phase).toBe("running");
  });

  it("is what a lost run goes on from", () => {
    const house = playing(9);
    house.port().say(kept(1, 8));
    house.session.rewind(4, "play");
    house.port().say(rewound(1, 4));
    house.port().say(lost(1));
    expect(house.port().heard[0]).toMatchObject({ resume: { checkpoint: { step: 4 }, until: 4 } });
  });
});

describe("a page that nobody looks at", () => {
  it("rests, and goes on when it is seen again", () => {
    const house = playing(2);
    house.session.hide();
    expect(house.state()).toMatchObject({ phase: "paused", dozes: true, wantsToPlay: true });
    expect(house.port().heard.at(-1)).toMatchObject({ pace: { kind: "pause" } });
    house.session.show();
    expect(house.state()).toMatchObject({ phase: "running", dozes: false });
    expect(house.port().heard.at(-1)).toMatchObject({ pace: { kind: "run" } });
  });

  it("stays paused if the learner had paused it", () => {
    const house = playing(2);
    house.session.pause();
    house.session.hide();
    house.session.show();
    expect(house.state()).toMatchObject({ phase: "paused", dozes: false });
  });

  it("does not begin to play what was built meanwhile", () => {
    const house = opened();
    house.session.play();
    house.session.hide();
    house.port().say(ready(1));
    expect(house.state()).toMatchObject({ phase: "paused", dozes: true });
    house.session.show();
    expect(house.state().phase).toBe("running");
  });
});

describe("the speed", () => {
  it("holds from one step a second to as fast as it goes, and changes while it plays", () => {
    const house = playing(1);
    for (const speed of [1, 50, null] as const) {
      house.state().setSpeed(speed);
      expect(house.port().heard.at(-1)).toMatchObject({
        pace: { kind: "run", stepsPerSecond: speed },
      });
    }
  });
});
