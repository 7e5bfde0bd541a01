import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { TranslationBatch } from "../contract/batch.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { decodeGreedily } from "./decode.ts";
import { disposeFeed, feedOf } from "./feed.ts";
import { Lockstep } from "./lockstep.ts";

const SMALL =
  "steps=20&evaluateEvery=20&warmUp=5&lanes=batch-norm,layer-norm&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=64&translation.pairs=500&translation.longest=10&translation.vocabulary=256&translation.heldOut=64&translation.bleuPairs=16&translation.bleuEvery=2";
const goOn = async () => true;

async function open(changes = ""): Promise<Lockstep> {
  const words = new Map([...new URLSearchParams(SMALL), ...new URLSearchParams(changes)]);
  const { experiment, ignored } = parseExperiment(words, catalogue);
  expect(ignored).toEqual([]);
  return Lockstep.open(experiment, catalogue);
}

async function train(lockstep: Lockstep, steps: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let i = 0; i < steps; i++) lockstep.takeStep();
  const { rows } = await lockstep.drain();
  for (const { table, values } of rows) if (table === "steps") numbers.push(...values);
  return numbers;
}

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

test("translating changes nothing that training sees, in either mode, and leaves no tensor behind", async () => {
  const silent = await open("steps=30&translation.bleuEvery=1");
  const speaking = await open("steps=30&translation.bleuEvery=1");
  await train(silent, 20);
  await train(speaking, 20);
  const before = speaking.tensors;
  expect(speaking.owesTranslations).toBe(true);
  const said = await speaking.translate(goOn);
  expect(said?.rows).toHaveLength(1);
  expect(said?.lanes.map(({ sentences }) => sentences?.length)).toEqual([5, 5]);
  expect(speaking.owesTranslations).toBe(false);
  expect(speaking.tensors).toBe(before);
  expect(await train(speaking, 3)).toEqual(await train(silent, 3));
  silent.close();
  speaking.close();
});

test("BLEU comes with every second evaluation where the workload says so, and with the last step", async () => {
  const lockstep = await open("steps=15&evaluateEvery=5&lanes=layer-norm");
  const scored: number[] = [];
  while (!lockstep.finished) {
    await train(lockstep, 5);
    const said = await lockstep.translate(goOn);
    if (said && said.rows.length > 0) scored.push(said.step);
  }
  expect(scored).toEqual([10, 15]);
  lockstep.close();
});

test("a lane that remembers nothing has the same BLEU in both modes, to the bit", async () => {
  const lockstep = await open();
  await train(lockstep, 20);
  const { columns } = lockstep;
  const said = await lockstep.translate(goOn);
  const values = said?.rows[0]?.values ?? new Float32Array();
  const named = columns.translated.map((column, i) => ({ ...column, value: values[i] }));
  expect(named.map(({ kind, lane }) => `${kind} ${lane}`)).toEqual(
    ["batch-norm", "layer-norm"].flatMap((lane) => [`score ${lane}`, `score ${lane}`]),
  );
  const [running, batch] = named.filter(({ lane }) => lane === "layer-norm");
  expect(running?.value).toBe(batch?.value);
  expect(values.every((value) => value >= 0 && value <= 100)).toBe(true);
  lockstep.close();
});

test("what was said word by word is what one pass over the finished sentence says", async () => {
  const lockstep = await open("lanes=batch-norm");
  await train(lockstep, 20);
  const [lane] = lockstep.lanes;
  const shown = lockstep.tasks[0]?.workload.trial?.shown;
  if (!lane || !shown) throw new Error("there is nothing to translate");
  const clock = { step: 20, steps: 20, warmUp: 5, alpha: 0.9 };
  const predict = async (batch: TranslationBatch) => {
    const feed = feedOf(batch);
    const ids = await lane.predict(feed, clock, "evaluate");
    disposeFeed(feed);
    return ids;
  };
  const said = await decodeGreedily(shown, { end: 2, predict, between: goOn });
  const [sentences = 0, length = 0] = shown.target.shape;
  const read = new Int32Array(sentences * length);
  said?.forEach((ids, row) => read.set([1, ...ids].slice(0, length), row * length));
  const atOnce = await predict({ ...shown, target: { values: read, shape: shown.target.shape } });
  said?.forEach((ids, row) =>
    expect([...atOnce.subarray(row * length, row * length + ids.length)]).toEqual(ids),
  );
  expect(said?.flat().length).toBeGreaterThan(0);
  lockstep.close();
});

test("a translation that is given up says nothing, and nothing is owed for it", async () => {
  const lockstep = await open("evaluateEvery=5&lanes=layer-norm");
  await train(lockstep, 5);
  expect(await lockstep.translate(async () => false)).toBeNull();
  expect(lockstep.owesTranslations).toBe(false);
  lockstep.close();
});

test("pictures have nothing to translate", async () => {
  const query = "workload=images&images.pictures=256&images.imagesPerBatch=16&lanes=batch-norm";
  const { experiment } = parseExperiment(
    new URLSearchParams(`${query}&steps=5&evaluateEvery=5&res-net.width=4`),
    catalogue,
  );
  const lockstep = await Lockstep.open(experiment, catalogue);
  await train(lockstep, 5);
  expect(lockstep.owesTranslations).toBe(false);
  expect(lockstep.columns.translated).toEqual([]);
  lockstep.close();
});
