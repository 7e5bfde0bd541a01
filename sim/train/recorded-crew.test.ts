import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { misfit, parseExperiment } from "../contract/parse-experiment.ts";
import type { LanePlan } from "../plan/engine.ts";
import { interpretedEngine } from "../plan/interpreted-engine.fixture.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "./lockstep.ts";
import { apart, expectSame, partsOf, TOLERANCE } from "./same-run.fixture.ts";
import { SMALL_MODELS } from "./small-models.fixture.ts";

const STEPS = 2;

const combinations = Object.entries(SMALL_MODELS).flatMap(([model, query]) =>
  catalogue.normalisers.flatMap((normaliser) => {
    const words = new URLSearchParams(query);
    const [task] = parseExperiment(words, catalogue).experiment.tasks;
    words.set("lanes", normaliser.id);
    const { experiment, ignored } = parseExperiment(words, catalogue);
    const suits = misfit(normaliser, task, catalogue) === null;
    return suits ? [{ id: normaliser.id, model, experiment, ignored }] : [];
  }),
);

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("cpu");
});

test.each(combinations)(
  "$id in a $model, recorded and replayed, computes what it computes composed",
  async ({ experiment, ignored }) => {
    expect(ignored).toEqual([]);
    const composed = await Lockstep.open(experiment, catalogue);
    const replayed = await Lockstep.open(experiment, catalogue, { engine: interpretedEngine() });
    for (const lockstep of [composed, replayed])
      for (let step = 0; step < STEPS; step++) lockstep.takeStep();
    await expectSame(composed, replayed);
    composed.close();
    replayed.close();
  },
);

const ALL = `${SMALL_MODELS["pre-norm"]}&lanes=batch-norm,layer-norm,power-norm,none`;

function experimentOf(query: string): Experiment {
  const { experiment, ignored } = parseExperiment(new URLSearchParams(query), catalogue);
  expect(ignored).toEqual([]);
  return experiment;
}

test("four lanes give their held-out scores and translations as composed ones do, and go on from a checkpoint", async () => {
  const experiment = experimentOf(ALL.replace("evaluateEvery=1000", "evaluateEvery=5"));
  const composed = await Lockstep.open(experiment, catalogue);
  for (let step = 0; step < 4; step++) composed.takeStep();
  await composed.drain();
  const checkpoint = await composed.save();
  const replayed = await Lockstep.open(experiment, catalogue, { engine: interpretedEngine() });
  replayed.restore(checkpoint);
  for (const lockstep of [composed, replayed]) lockstep.takeStep();
  const translations = [composed, replayed].map((lockstep) =>
    lockstep.translate(() => Promise.resolve(true)),
  );
  await expectSame(composed, replayed);
  expect(await translations[1]).toEqual(await translations[0]);
  composed.close();
  replayed.close();
}, 120_000);

test("Adam’s memory is the same too, and its step is what that memory says", async () => {
  const experiment = experimentOf(ALL.replace("optimiser=momentum", "optimiser=adam"));
  const [composed, replayed] = [
    await Lockstep.open(experiment, catalogue),
    await Lockstep.open(experiment, catalogue, { engine: interpretedEngine() }),
  ];
  const before = partsOf(await replayed.save(), 0)["parameters"] ?? new Float32Array(0);
  for (const lockstep of [composed, replayed]) {
    lockstep.takeStep();
    await lockstep.drain();
  }
  const [want, got] = [partsOf(await composed.save(), 0), partsOf(await replayed.save(), 0)];
  const empty = new Float32Array(0);
  for (const name of ["optimiser 0", "optimiser 1"])
    expect(apart(got[name] ?? empty, want[name] ?? empty)).toBeLessThan(TOLERANCE);
  const [m, v] = [got["optimiser 0"] ?? empty, got["optimiser 1"] ?? empty];
  // One step of warm-up: the rate is whole. Both corrections are those of step 1.
  const after = before.map(
    (value, i) =>
      value - (0.01 * ((m[i] ?? 0) / (1 - 0.9))) / (Math.sqrt((v[i] ?? 0) / (1 - 0.98)) + 1e-8),
  );
  expect(apart(got["parameters"] ?? empty, after)).toBeLessThan(TOLERANCE);
  composed.close();
  replayed.close();
});

test("PowerNorm is recorded for its warm-up, for the last step of it, for what comes after, and not again", async () => {
  const engine = interpretedEngine();
  const query = SMALL_MODELS.ResNet.replace("warmUp=1", "warmUp=3");
  const lockstep = await Lockstep.open(experimentOf(`${query}&lanes=power-norm`), catalogue, {
    engine,
  });
  const recorded: number[] = [];
  for (let step = 1; step <= 5; step++) {
    lockstep.takeStep();
    recorded.push(engine.compiled.size);
  }
  expect(recorded).toEqual([1, 1, 2, 3, 3]);
  lockstep.close();
});

test("a method that reads the clock itself cannot be recorded, and the error names what it read", async () => {
  const [model] = catalogue.normalisers;
  if (!model) throw new Error("the catalogue has no normaliser");
  const impatient = {
    ...model,
    id: "impatient",
    normalise: (tf, x, { clock }) => ({ y: tf.mul(x, clock.step), memory: {} }),
  } as NormaliserDefinition;
  const experiment = experimentOf(`${SMALL_MODELS["pre-norm"]}&lanes=none`);
  const [lane] = experiment.lanes;
  const changed = {
    ...experiment,
    lanes: lane ? [{ ...lane, normaliser: { id: "impatient", params: {} } }] : [],
  };
  const lockstep = await Lockstep.open(
    changed,
    { ...catalogue, normalisers: [...catalogue.normalisers, impatient] },
    { engine: interpretedEngine() },
  );
  expect(() => lockstep.takeStep()).toThrow('"step" must be asked for through now or phase');
  lockstep.close();
});

test("no program of a recorded step reads more than 15 textures or writes more than 4, and each comes after what it reads", async () => {
  const engine = interpretedEngine();
  const lockstep = await Lockstep.open(experimentOf(ALL), catalogue, { engine });
  lockstep.takeStep();
  const plans = [...engine.compiled.values()].flat().filter((plan): plan is LanePlan => !!plan);
  expect(plans).toHaveLength(4);
  for (const { plan } of plans) {
    const kept = new Set(plan.stored);
    const written = new Set<unknown>();
    expect(plan.kernels.length).toBeLessThan(400);
    for (const { reads, roots } of plan.kernels) {
      expect(reads.length).toBeLessThanOrEqual(15);
      expect(roots.length).toBeLessThanOrEqual(4);
      expect(reads.filter((node) => kept.has(node) && !written.has(node))).toEqual([]);
      for (const { node, within } of roots) written.add(within?.node ?? node);
    }
  }
  lockstep.close();
});
