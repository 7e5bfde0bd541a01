import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import type { RecordedRun } from "../../sim/contract/recorded-run.ts";
import { readSession } from "../read-out.ts";
import { opened, ready, report } from "../session/house.fixture.ts";
import { keepRecording } from "./keep-recording.ts";
import { recordingOf } from "./recording.ts";
import type { Recording } from "./recording.ts";

function recordedOf(preset: string): RecordedRun {
  return {
    format: "normscope run 1",
    command: `npm run record -- --runs ${preset}`,
    date: "2026-11-24",
    commit: "0123456789",
    version: "0.1.0",
    device: "wasm",
    engine: "fused",
    preset,
    seed: 1,
    steps: 8,
    thinning: "Of every 4 steps the last.",
    settings: {},
    lanes: [],
    tables: {
      steps: {
        columns: [{ kind: "loss", lane: "bn", on: "train" }],
        steps: [4, 8],
        values: [[7, null]],
      },
      "held-out": { columns: [], steps: [], values: [] },
    },
  };
}

/** A page whose first two presets have recordings, which come when `arrive` is called. */
function page(query = "") {
  const house = opened(query);
  const asked: ((found: Recording | null) => void)[] = [];
  keepRecording(house.store, catalogue, async (preset) => {
    const isThere = catalogue.presets.slice(0, 2).some(({ id }) => id === preset);
    await new Promise<unknown>((done) => {
      asked.push(done);
    });
    return isThere ? recordingOf(recordedOf(preset)) : null;
  });
  const arrive = async (): Promise<void> => {
    for (const done of asked.splice(0)) done(null);
    await new Promise((done) => {
      setImmediate(done);
    });
  };
  const shown = () => house.state().recording?.run.preset ?? null;
  return { ...house, arrive, shown, [Symbol.dispose]: house.letGo };
}

const [first, second, third] = catalogue.presets.map(({ id }) => id);

describe("a recorded run", () => {
  it("is shown before the worker has answered, and while it has not", async () => {
    using house = page();
    expect(house.shown()).toBeNull();
    await house.arrive();
    expect(house.shown()).toBe(first);
    expect(house.state().phase).toBe("opening");
  });

  it("stays until the live run has its first point, and not longer", async () => {
    using house = page();
    await house.arrive();
    house.port().say(ready(1));
    house.session.play();
    expect(house.shown()).toBe(first);
    house.port().say(report(1, 1));
    expect(house.shown()).toBeNull();
    house.session.reset();
    await house.arrive();
    expect(house.shown()).toBeNull();
  });

  it("is not shown over a run that has begun meanwhile", async () => {
    using house = page();
    house.port().say(ready(1));
    house.port().say(report(1, 1));
    await house.arrive();
    expect(house.shown()).toBeNull();
  });

  it("goes at once when anything of the experiment is changed, and comes back with the preset", async () => {
    using house = page();
    await house.arrive();
    const { experiment, setExperiment, choosePreset } = house.state();
    setExperiment({ ...experiment, steps: experiment.steps - 1 });
    expect(house.shown()).toBeNull();
    await house.arrive();
    expect(house.shown()).toBeNull();
    choosePreset(first ?? "");
    await house.arrive();
    expect(house.shown()).toBe(first);
  });

  it("is not shown for a link that asks for something else", async () => {
    using house = page("seed=2");
    await house.arrive();
    expect(house.shown()).toBeNull();
  });

  it("follows the preset, and gives way to nothing where nothing was recorded", async () => {
    using house = page();
    await house.arrive();
    house.state().choosePreset(second ?? "");
    expect(house.shown()).toBeNull();
    await house.arrive();
    expect(house.shown()).toBe(second);
    house.state().choosePreset(third ?? "");
    await house.arrive();
    expect(house.shown()).toBeNull();
  });

  it("is read out apart from what the page has computed", async () => {
    using house = page();
    house.port().say(ready(1));
    await house.arrive();
    const before = readSession(house.session);
    expect(before.series.flatMap(({ values }) => values)).toEqual([]);
    expect(before.recorded).toMatchObject({
      date: "2026-11-24",
      device: "wasm",
      series: [{ lane: "bn", metric: "loss", steps: [4, 8], values: [7, Number.NaN] }],
    });
    house.port().say(report(1, 1));
    expect(readSession(house.session).recorded).toBeNull();
  });
});
