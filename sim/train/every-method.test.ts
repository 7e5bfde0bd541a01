import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { misfit, parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "./lockstep.ts";

const STEPS = 30;
const TRANSLATION =
  "translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=64&translation.pairs=500&translation.longest=10&translation.vocabulary=256&warmUp=10";
const MODELS = {
  "pre-norm": TRANSLATION,
  "post-norm": `${TRANSLATION}&translation-transformer.placement=post-norm`,
  "language model":
    "workload=language&language-model.layers=1&language-model.width=16&language.tokensPerBatch=64&language.sequenceLength=16&language.sentences=500&language.vocabulary=256&warmUp=10",
  ResNet:
    "workload=images&images.imagesPerBatch=16&images.pictures=256&res-net.width=4&learningRate=0.01&warmUp=10",
} as const;

const combinations = Object.entries(MODELS).flatMap(([model, query]) =>
  catalogue.normalisers.map((normaliser) => {
    const words = new URLSearchParams(`${query}&steps=${STEPS}&evaluateEvery=1000`);
    const [task] = parseExperiment(words, catalogue).experiment.tasks;
    words.set("lanes", normaliser.id);
    const reason = misfit(normaliser, task, catalogue);
    return { id: normaliser.id, model, reason, ...parseExperiment(words, catalogue) };
  }),
);

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

test.each(combinations.filter(({ reason }) => reason !== null))(
  "$id does not suit a $model, and says why",
  ({ reason, ignored }) => {
    expect(ignored.join("\n")).toContain(reason);
  },
);

test.each(combinations.filter(({ reason }) => reason === null))(
  "$id in a $model trains 30 steps on finite numbers",
  async ({ experiment, ignored }) => {
    expect(ignored).toEqual([]);
    const lockstep = await Lockstep.open(experiment, catalogue);
    for (let step = 0; step < STEPS; step++) lockstep.takeStep();
    const { rows, diverged } = await lockstep.drain();
    lockstep.close();
    expect(diverged).toEqual([]);
    for (const { values } of rows)
      expect([...values].filter((value) => !Number.isFinite(value))).toEqual([]);
  },
);
