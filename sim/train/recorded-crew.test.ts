import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { misfit, parseExperiment } from "../contract/parse-experiment.ts";
import type { LanePlan } from "../plan/engine.ts";
import { interpretedEngine } from "../plan/interpreted-engine.fixture.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import type { Lane } from "./lane.ts";
import { Lockstep } from "./lockstep.ts";

const STEPS = 2;
/** What both ways of computing keep apart at most, of the largest number of its kind. */
const TOLERANCE = 1e-4;

// Momentum: its memory is the gradient, while Adam's step divides out how large that was, so that rounding alone decides it
// where the gradient is nothing but rounding.
const COMMON = `steps=40&evaluateEvery=1000&warmUp=1&optimiser=momentum&learningRate=0.01&gradientStatistics=true`;
const TRANSLATION = `${COMMON}&translation-transformer.encoderLayers=1&translation-transformer.decoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=64&translation.pairs=500&translation.longest=10&translation.vocabulary=256`;
const MODELS = {
  "pre-norm": TRANSLATION,
  "post-norm": `${TRANSLATION}&translation-transformer.placement=post-norm`,
  "language model": `${COMMON}&workload=language&language-model.layers=1&language-model.width=16&language.tokensPerBatch=64&language.sequenceLength=16&language.sentences=500&language.vocabulary=256`,
  ResNet: `${COMMON}&workload=images&images.imagesPerBatch=4&images.pictures=256&res-net.width=4&seed=3`,
} as const;

const combinations = Object.entries(MODELS).flatMap(([model, query]) =>
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

const ALL = `${MODELS["pre-norm"]}&lanes=batch-norm,layer-norm,power-norm,none`;

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
  const query = MODELS.ResNet.replace("warmUp=1", "warmUp=3");
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
  const experiment = experimentOf(`${MODELS["pre-norm"]}&lanes=none`);
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

/** Everything that two runs report and carry, in the norm that is said beside each part. */
async function expectSame(composed: Lockstep, replayed: Lockstep): Promise<void> {
  const [want, got] = [await composed.drain(), await replayed.drain()];
  expect(got.diverged).toEqual(want.diverged);
  expect(want.rows.length).toBeGreaterThan(0);
  want.rows.forEach(({ table, values }, i) => {
    const columns = composed.columns[table];
    const other = got.rows[i]?.values ?? new Float32Array(0);
    expect(other).toHaveLength(values.length);
    const far = [...values].flatMap((value, at) => {
      const column = JSON.stringify(columns[at % columns.length]);
      // A number that is nearly nothing came of larger ones that cancelled.
      const off = Math.abs((other[at] ?? Number.NaN) - value) / (Math.abs(value) + 1e-2);
      return off <= TOLERANCE ? [] : [`${column}: ${other[at]} where ${value} is composed`];
    });
    expect(far).toEqual([]);
  });
  const [a, b] = [await composed.save(), await replayed.save()];
  composed.lanes.forEach((lane, index) =>
    expectSameState(lane, partsOf(a, index), partsOf(b, index)),
  );
}

type Parts = Readonly<Record<string, Float32Array>>;

function partsOf({ lanes }: Awaited<ReturnType<Lockstep["save"]>>, index: number): Parts {
  let offset = 0;
  const { parts = [], numbers = new Float32Array(0) } = lanes[index] ?? {};
  return Object.fromEntries(
    parts.map(({ name, size }) => {
      offset += size;
      return [name, numbers.subarray(offset - size, offset)];
    }),
  );
}

/** Weights and their gradients one by one, each relative to its own largest number and a thousandth of all’s. */
function expectSameState({ slots }: Lane, want: Parts, got: Parts): void {
  expect(Object.keys(got)).toEqual(Object.keys(want));
  for (const [name, values] of Object.entries(want)) {
    const other = got[name] ?? new Float32Array(0);
    const whole = { name, offset: 0, size: values.length };
    const floor = /^(parameters|optimiser)/u.test(name) ? largestOf(values) / 1000 : 0;
    for (const slot of floor > 0 ? slots : [whole]) {
      const range = [slot.offset, slot.offset + slot.size] as const;
      const off = apart(other.subarray(...range), values.subarray(...range), floor);
      expect(off, `${name} ${slot.name}`).toBeLessThan(TOLERANCE);
    }
  }
}

/** The largest difference, over the largest number that is wanted. */
function apart(got: Float32Array, want: Float32Array, floor = 0): number {
  const off = want.reduce((most, value, i) => {
    const difference = Math.abs(value - (got[i] ?? Number.NaN));
    return difference <= most ? most : difference;
  }, 0);
  return off / (largestOf(want) + floor + 1e-12);
}

function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
