import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Experiment } from "../contract/experiment.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { liveTensors } from "../tensor/engine.ts";
import { Lockstep } from "./lockstep.ts";

const SMALL =
  "steps=40&evaluateEvery=20&warmUp=5&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256";

/** The small experiment, with some of its words replaced or added. */
function experiment(changes = ""): Experiment {
  const words = new Map([...new URLSearchParams(SMALL), ...new URLSearchParams(changes)]);
  const { experiment, ignored } = parseExperiment(words, catalogue);
  expect(ignored).toEqual([]);
  return experiment;
}

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

interface Curves {
  readonly losses: Readonly<Record<string, number[]>>;
  readonly values: number[];
}

/** Training losses by lane over some steps, and every number of the steps' table. */
async function curves(lockstep: Lockstep, steps: number, drainEvery = 1): Promise<Curves> {
  const columns = lockstep.columns.steps;
  const losses: Record<string, number[]> = {};
  const values: number[] = [];
  for (let step = 1; step <= steps; step++) {
    lockstep.takeStep();
    if (step % drainEvery !== 0 && step !== steps) continue;
    const { rows } = await lockstep.drain();
    for (const { table, values: block } of rows) {
      if (table !== "steps") continue;
      values.push(...block);
      block.forEach((value, i) => {
        const column = columns[i % columns.length];
        if (column?.kind === "loss") (losses[column.lane] ??= []).push(value);
      });
    }
  }
  return { losses, values };
}

test("the same experiment gives the same curves, however often it is asked", async () => {
  const one = await Lockstep.open(experiment(), catalogue);
  const other = await Lockstep.open(experiment(), catalogue);
  const [first, second] = [await curves(one, 10), await curves(other, 10, 4)];
  expect(second.values).toEqual(first.values);
  expect(first.values.every(Number.isFinite)).toBe(true);
  one.close();
  other.close();
});

test("steps go on while numbers come over: drains that overlap give the same curves", async () => {
  const one = await Lockstep.open(experiment(), catalogue);
  const other = await Lockstep.open(experiment(), catalogue);
  const drains = Array.from({ length: 4 }, () => {
    one.takeStep();
    one.takeStep();
    return one.drain();
  });
  const drained = await Promise.all(drains);
  const values = drained.flatMap(({ rows }) =>
    rows.flatMap(({ table, values }) => (table === "steps" ? [...values] : [])),
  );
  expect(values).toEqual((await curves(other, 8)).values);
  one.close();
  other.close();
});

test("what a lane did before its divergence was seen is left out, on held-out data too", async () => {
  const words = "lanes=none,layer-norm&optimiser=sgd&warmUp=0&schedule=constant&evaluateEvery=5";
  const lockstep = await Lockstep.open(experiment(words), catalogue);
  // A rate that no plain network survives.
  lockstep.tune(withRate(experiment(words), 1e6));
  for (let step = 0; step < 5; step++) lockstep.takeStep();
  const early = lockstep.drain();
  for (let step = 0; step < 5; step++) lockstep.takeStep();
  const late = lockstep.drain();
  const { diverged } = await early;
  const [first] = diverged;
  expect(first?.lane).toBe("none");
  const { rows, diverged: again } = await late;
  expect(again.map(({ lane }) => lane)).not.toContain("none");
  for (const { table, values } of rows) {
    const columns = lockstep.columns[table];
    const own = values.filter((_, index) => columns[index % columns.length]?.lane === "none");
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(Number.isNaN)).toBe(true);
  }
  lockstep.close();
});

test("another seed gives other curves", async () => {
  const one = await Lockstep.open(experiment(), catalogue);
  const other = await Lockstep.open(experiment("seed=2"), catalogue);
  expect((await curves(one, 2)).losses).not.toEqual((await curves(other, 2)).losses);
  one.close();
  other.close();
});

test("a lane alone runs as it does among four", async () => {
  const four = await Lockstep.open(experiment(), catalogue);
  const alone = await Lockstep.open(experiment("lanes=batch-norm"), catalogue);
  const [among, single] = [await curves(four, 8), await curves(alone, 8)];
  expect(single.losses["batch-norm"]).toEqual(among.losses["batch-norm"]);
  four.close();
  alone.close();
});

test("lanes without memory of their own differ only by their method: two of the same are the same", async () => {
  const lockstep = await Lockstep.open(experiment("lanes=layer-norm,layer-norm"), catalogue);
  const { losses } = await curves(lockstep, 5);
  expect(losses["layer-norm-2"]).toEqual(losses["layer-norm"]);
  lockstep.close();
});

test("training lowers the loss of every lane", async () => {
  const lockstep = await Lockstep.open(experiment("steps=60"), catalogue);
  const { losses } = await curves(lockstep, 60);
  for (const values of Object.values(losses)) {
    const mean = (part: number[]) => part.reduce((a, b) => a + b, 0) / part.length;
    expect(mean(values.slice(-10))).toBeLessThan(mean(values.slice(0, 10)) - 0.5);
  }
  lockstep.close();
});

test("no tensor is left behind by a step, an evaluation or a closed run", async () => {
  const before = liveTensors();
  const lockstep = await Lockstep.open(experiment(), catalogue);
  await curves(lockstep, 20);
  const early = lockstep.tensors;
  await curves(lockstep, 20);
  expect(lockstep.tensors).toBe(early);
  lockstep.close();
  expect(liveTensors()).toBe(before);
});

test("evaluation changes nothing that training sees", async () => {
  const often = await Lockstep.open(experiment("evaluateEvery=5"), catalogue);
  const seldom = await Lockstep.open(experiment("evaluateEvery=1000"), catalogue);
  expect((await curves(often, 12)).values).toEqual((await curves(seldom, 12)).values);
  often.close();
  seldom.close();
});

test("a lane that diverges stops alone, and says at which step", async () => {
  const lockstep = await Lockstep.open(
    experiment("lanes=none,layer-norm&optimiser=sgd&learningRate=1&warmUp=0&schedule=constant"),
    catalogue,
  );
  // A rate that no plain network survives; sites say where it broke first.
  lockstep.tune(withRate(experiment("lanes=none,layer-norm&optimiser=sgd"), 1e6));
  const said: string[] = [];
  for (let step = 0; step < 10; step++) {
    lockstep.takeStep();
    const { diverged } = await lockstep.drain();
    said.push(...diverged.map(({ lane }) => lane));
  }
  expect(said).toContain("none");
  expect(new Set(said).size).toBe(said.length);
  lockstep.close();
});

test("a live change holds from the next step on", async () => {
  const calm = await Lockstep.open(experiment(), catalogue);
  const changed = await Lockstep.open(experiment(), catalogue);
  const [a, b] = [await curves(calm, 5), await curves(changed, 5)];
  expect(b).toEqual(a);
  changed.tune(experiment("learningRate=0.5"));
  const [c, d] = [await curves(calm, 3), await curves(changed, 3)];
  expect(d.losses["layer-norm"]?.[0]).toBe(c.losses["layer-norm"]?.[0]);
  expect(d.losses["layer-norm"]?.[2]).not.toBe(c.losses["layer-norm"]?.[2]);
  calm.close();
  changed.close();
});

function withRate(from: Experiment, learningRate: number): Experiment {
  return {
    ...from,
    tasks: from.tasks.map((task) => ({ ...task, training: { ...task.training, learningRate } })),
  };
}
