import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { FromSim, ToSim } from "../../sim/contract/protocol.ts";
import { ready, report } from "../session/house.fixture.ts";
import type { Port } from "../session/sim-client.ts";
import { measuredSeeds } from "./measured-seeds.ts";
import { medianAndRange } from "./median-and-range.ts";
import { SeedRuns } from "./seed-runs.ts";

class FakeWorker implements Port {
  readonly heard: ToSim[] = [];
  ended = false;
  say: (message: FromSim) => void = () => {};
  post(message: ToSim): void {
    this.heard.push(message);
  }
  listen(onMessage: (message: FromSim) => void): void {
    this.say = onMessage;
  }
  end(): void {
    this.ended = true;
  }
  get opened(): readonly Experiment[] {
    return this.heard.flatMap((message) => (message.type === "open" ? [message.experiment] : []));
  }
}

function started(count: number) {
  const worker = new FakeWorker();
  const runs = new SeedRuns(() => worker);
  const preset = catalogue.presets[0];
  if (!preset) throw new Error("no preset");
  const experiment = {
    ...preset.experiment,
    seed: 7,
    steps: 2,
    lanes: preset.experiment.lanes.slice(0, 1),
  };
  runs.start({ experiment, count, device: "cpu", engine: "fused", own: [] });
  return { worker, runs };
}

function finish(worker: FakeWorker, run: number): void {
  worker.say(ready(run));
  worker.say(report(run, 1));
  worker.say(report(run, 2));
  worker.say({ type: "finished", run, step: 2 });
}

describe("runs over seeds", () => {
  it("run one after another, from the experiment's own seed, as fast as it goes", () => {
    const { worker, runs } = started(3);
    expect(worker.opened.map(({ seed }) => seed)).toEqual([7]);
    finish(worker, 1);
    expect(worker.heard).toContainEqual({
      type: "pace",
      run: 1,
      pace: { kind: "run", stepsPerSecond: null },
    });
    finish(worker, 2);
    expect(worker.opened.map(({ seed }) => seed)).toEqual([7, 8, 9]);
    expect(runs.state()).toMatchObject({ phase: "running", done: [{ seed: 7 }, { seed: 8 }] });
    finish(worker, 3);
    expect(runs.state().phase).toBe("finished");
    expect(worker.ended).toBe(true);
  });

  it("say which seed and which step they are at", () => {
    const { worker, runs } = started(2);
    finish(worker, 1);
    worker.say(ready(2));
    worker.say(report(2, 1));
    expect(runs.state()).toMatchObject({ step: 1, seeds: [7, 8] });
    expect(runs.state().done).toHaveLength(1);
  });

  it("keep what is finished when they are cancelled, and end the worker", () => {
    const { worker, runs } = started(2);
    finish(worker, 1);
    runs.cancel();
    expect(runs.state()).toMatchObject({ phase: "cancelled", done: [{ seed: 7 }] });
    expect(worker.ended).toBe(true);
  });

  it("stop with a sentence when a seed cannot be run", () => {
    const { worker, runs } = started(2);
    worker.say({ type: "failed", run: 1, code: "device", detail: "No device." });
    expect(runs.state()).toMatchObject({ phase: "failed", detail: "No device." });
  });

  it("end as a sweep's records do: the training loss, and the last of every other score", () => {
    const { worker, runs } = started(2);
    finish(worker, 1);
    const measured = measuredSeeds(runs.state(), catalogue);
    expect(measured?.seeds).toEqual([7]);
    expect(measured?.records[0]?.scores[0]).toEqual({ name: "loss", on: "train", value: 1 });
    const tables = runs.state().done.map((result) => result.tables.steps);
    expect(medianAndRange([...tables, ...tables], 0)).toEqual({
      steps: [1, 2],
      median: [0.5, 1],
      low: [0.5, 1],
      high: [0.5, 1],
    });
  });
});
