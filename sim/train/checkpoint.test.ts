import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { copyOf } from "../contract/checkpoint.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import type { Rows } from "../contract/protocol.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { liveTensors } from "../tensor/engine.ts";
import { Lockstep } from "./lockstep.ts";

const SMALL =
  "evaluateEvery=1000&warmUp=5&translation-transformer.encoderLayers=1&translation-transformer.width=8&translation.tokensPerBatch=16&translation.pairs=500&translation.longest=6&translation.vocabulary=128";

/** The small experiment with these lanes. */
function experiment(lanes: string) {
  const words = new URLSearchParams(`${SMALL}&lanes=${lanes}`);
  const { experiment, ignored } = parseExperiment(words, catalogue);
  expect(ignored).toEqual([]);
  return experiment;
}

const LANES = "batch-norm,power-norm,layer-norm,switchable-norm";

/** All rows of the next steps. */
async function rows(lockstep: Lockstep, steps: number): Promise<readonly Rows[]> {
  const all: Rows[] = [];
  for (let step = 0; step < steps; step++) {
    lockstep.takeStep();
    all.push(...(await lockstep.drain()).rows);
  }
  return all;
}

beforeAll(() => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
});

describe.each(["cpu", "wasm"] as const)("on %s", (device) => {
  beforeAll(async () => {
    await openDevice(device);
  });

  test("a fresh run goes on from a checkpoint bit by bit as the run that saved it", async () => {
    const whole = await Lockstep.open(experiment(LANES), catalogue);
    await rows(whole, 30);
    const checkpoint = await whole.save();
    const rest = await rows(whole, 30);
    whole.close();

    const fresh = await Lockstep.open(experiment(LANES), catalogue);
    fresh.restore(checkpoint);
    expect(fresh.step).toBe(30);
    expect(await rows(fresh, 30)).toEqual(rest);
    fresh.close();
  });

  test("a checkpoint can be gone back to twice, while steps are taken as it is saved", async () => {
    const lockstep = await Lockstep.open(experiment("batch-norm"), catalogue);
    await rows(lockstep, 5);
    const saving = lockstep.save();
    const first = await rows(lockstep, 6);
    const checkpoint = copyOf(await saving);
    for (let visit = 0; visit < 2; visit++) {
      lockstep.restore(checkpoint);
      expect(await rows(lockstep, 6)).toEqual(first);
    }
    lockstep.close();
  });
});

test("saving and restoring leave no tensor behind", async () => {
  await openDevice("wasm");
  const before = liveTensors();
  const lockstep = await Lockstep.open(experiment("batch-norm,layer-norm"), catalogue);
  await rows(lockstep, 3);
  const early = lockstep.tensors;
  const saving = lockstep.save();
  expect(lockstep.tensors).toBe(early);
  const checkpoint = await saving;
  lockstep.takeStep();
  lockstep.restore(checkpoint);
  expect(lockstep.tensors).toBe(early);
  lockstep.close();
  expect(liveTensors()).toBe(before);
});

test("a lane that had diverged is so still, and one that had not trains again", async () => {
  await openDevice("wasm");
  const calm = experiment("none");
  const wild = {
    ...calm,
    tasks: calm.tasks.map((task) => ({
      ...task,
      training: { ...task.training, optimiser: "sgd" as const, learningRate: 1e6, warmUp: 0 },
    })),
  };
  const lockstep = await Lockstep.open(wild, catalogue);
  const before = await lockstep.save();
  await rows(lockstep, 10);
  expect(lockstep.finished).toBe(true);
  const after = await lockstep.save();
  lockstep.restore(before);
  expect(lockstep.finished).toBe(false);
  const [block] = await rows(lockstep, 1);
  expect(block?.values.every(Number.isFinite)).toBe(true);
  lockstep.restore(after);
  expect(lockstep.finished).toBe(true);
  lockstep.close();
});

test("a checkpoint of another experiment is refused with its lanes or its parts", async () => {
  await openDevice("wasm");
  const one = await Lockstep.open(experiment("batch-norm"), catalogue);
  const other = await Lockstep.open(experiment("layer-norm"), catalogue);
  const checkpoint = await one.save();
  expect(() => other.restore(checkpoint)).toThrow(/batch-norm.*layer-norm/);
  const renamed = {
    ...checkpoint,
    lanes: checkpoint.lanes.map((lane) => ({ ...lane, lane: "layer-norm" })),
  };
  expect(() => other.restore(renamed)).toThrow(/parameters \[\d+\]/);
  one.close();
  other.close();
});
