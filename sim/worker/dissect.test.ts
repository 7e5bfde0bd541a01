import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Checkpoint } from "../contract/checkpoint.ts";
import type { Dissection, DissectionOrder } from "../contract/dissection.ts";
import type { Experiment } from "../contract/experiment.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { liveTensors } from "../tensor/engine.ts";
import { Lockstep } from "../train/lockstep.ts";
import { dissect, DissectionRefused } from "./dissect.ts";

const SMALL =
  "steps=40&evaluateEvery=1000&warmUp=5&translation-transformer.encoderLayers=1&translation-transformer.width=8&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=128";
const SITE = "encoder 1 feed-forward";
const PARTS = { catalogue, now: () => 0, nextTurn: async () => {} };

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

function experiment(lanes: string): Experiment {
  const words = new URLSearchParams(`${SMALL}&lanes=${lanes}`);
  const { experiment, ignored } = parseExperiment(words, catalogue);
  expect(ignored).toEqual([]);
  return experiment;
}

/** The whole run, as the page has it: its checkpoint after some steps, and the row of a later one. */
async function run(of: Experiment, saveAfter: number, step: number) {
  const lockstep = await Lockstep.open(of, catalogue);
  let checkpoint: Checkpoint | null = null;
  while (lockstep.step < step - 1) {
    lockstep.takeStep();
    await lockstep.drain();
    if (lockstep.step === saveAfter) checkpoint = await lockstep.save();
  }
  lockstep.takeStep();
  const { rows } = await lockstep.drain();
  const values = rows.find(({ table }) => table === "steps")?.values ?? new Float32Array(0);
  const memory = await lockstep.save();
  const columns = lockstep.columns.steps;
  lockstep.close();
  return { checkpoint, columns, values, memory };
}

function order(
  experiment: Experiment,
  lane: number,
  step: number,
  checkpoint: Checkpoint | null,
): DissectionOrder {
  const settings = [{ after: 0, experiment }];
  return { experiment, lane, site: SITE, step, checkpoint, settings, device: "wasm", own: [] };
}

const silently = (): void => {};

test.each(["from the start", "from a checkpoint"])(
  "a step that is taken apart %s is the run's own, to the bit, in every lane",
  async (where) => {
    const lanes = "batch-norm,power-norm-v,power-norm,layer-norm";
    const whole = experiment(lanes);
    const { checkpoint, columns, values } = await run(whole, 4, 9);
    for (const [lane, id] of lanes.split(",").entries()) {
      const from = where === "from the start" ? null : checkpoint;
      const { plotted, normaliser } = await dissect(order(whole, lane, 9, from), PARTS, silently);
      expect(normaliser).toBe(id);
      const wanted = columns.flatMap((column, at) =>
        column.kind === "statistic" &&
        column.lane === id &&
        column.site === SITE &&
        (column.of === "input" || column.of === "own")
          ? [{ ...column, value: values[at] }]
          : [],
      );
      expect(plotted.length).toBeGreaterThan(0);
      expect(wanted).toMatchObject(plotted);
    }
  },
);

test("the layer's memory after the step is what the run goes on with", async () => {
  const whole = experiment("batch-norm,power-norm");
  const { memory } = await run(whole, 1, 7);
  for (const lane of [0, 1]) {
    const { memoryAfter } = await dissect(order(whole, lane, 7, null), PARTS, silently);
    const { parts, numbers } = memory.lanes[lane] ?? { parts: [], numbers: new Float32Array() };
    const kept = new Map<string, Float32Array>();
    let at = 0;
    for (const { name, size } of parts) {
      kept.set(name, numbers.subarray(at, at + size));
      at += size;
    }
    expect(Object.keys(memoryAfter)).toHaveLength(2);
    for (const [name, values] of Object.entries(memoryAfter))
      expect(values).toEqual(kept.get(`${SITE} / ${name}`));
  }
});

test("the step after a checkpoint is the same on another device, to a ten-thousandth", async () => {
  const whole = experiment("batch-norm");
  const { checkpoint } = await run(whole, 4, 5);
  const asked = order(whole, 0, 5, checkpoint);
  const onWasm = await dissect(asked, PARTS, silently);
  const onCpu = await dissect({ ...asked, device: "cpu" }, PARTS, silently);
  await openDevice("wasm");
  expect(onCpu.device).toBe("cpu");
  const apart = onCpu.plotted.map(({ value }, i) => {
    const other = onWasm.plotted[i]?.value ?? Number.NaN;
    return Math.abs(value - other) / Math.abs(other);
  });
  expect(Math.max(...apart)).toBeLessThan(1e-4);
});

test("settings that were turned hold for the steps they held for", async () => {
  const whole = experiment("batch-norm");
  const turned: Experiment = {
    ...whole,
    tasks: whole.tasks.map((task) => ({
      ...task,
      training: { ...task.training, alpha: 0.5 },
    })),
  };
  const log = [
    { after: 0, experiment: whole },
    { after: 3, experiment: turned },
  ];
  const at = async (step: number): Promise<Dissection> =>
    dissect({ ...order(whole, 0, step, null), settings: log }, PARTS, silently);
  expect((await at(3)).clock.alpha).toBe(whole.tasks[0]?.training.alpha);
  expect((await at(4)).clock.alpha).toBe(0.5);
});

const TRAITS = { layout: "sequence", placement: "pre-norm", causal: false } as const;

test("every method can be taken apart, and leaves no tensor behind", async () => {
  const before = liveTensors();
  for (const method of catalogue.normalisers.filter((method) => method.suits(TRAITS) === true)) {
    const cut = await dissect(order(experiment(method.id), 0, 2, null), PARTS, silently);
    expect(cut.x.every(Number.isFinite)).toBe(true);
    expect(cut.y === null).toBe(method.normalise === undefined);
    expect(cut.gradient?.length).toBe(cut.y?.length);
  }
  expect(liveTensors()).toBe(before);
});

test("a network that diverged before is not taken apart, and a sentence says so", async () => {
  const calm = experiment("none");
  const wild = {
    ...calm,
    tasks: calm.tasks.map((task) => ({
      ...task,
      training: { ...task.training, optimiser: "sgd" as const, learningRate: 1e6, warmUp: 0 },
    })),
  };
  await expect(dissect(order(wild, 0, 20, null), PARTS, silently)).rejects.toThrow(
    DissectionRefused,
  );
});

test("it says how far it has come", async () => {
  const said: string[] = [];
  let clock = 0;
  const parts = { ...PARTS, now: () => (clock += 1000) };
  await dissect(order(experiment("batch-norm"), 0, 4, null), parts, (_, done, of) =>
    said.push(`${done} of ${of}`),
  );
  expect(said).toEqual(["0 of 0", "1 of 3", "2 of 3", "3 of 3"]);
});
