import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Experiment } from "../contract/experiment.ts";
import { misfit, parseExperiment } from "../contract/parse-experiment.ts";
import { interpretedEngine } from "../plan/interpreted-engine.fixture.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "./lockstep.ts";
import { expectSame } from "./same-run.fixture.ts";
import { SMALL_MODELS } from "./small-models.fixture.ts";

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("cpu");
});

function experimentOf(query: string): Experiment {
  const { experiment, ignored } = parseExperiment(new URLSearchParams(query), catalogue);
  expect(ignored).toEqual([]);
  return experiment;
}

const LANES = "lanes=batch-norm,power-norm,layer-norm,none";
/** Each for its own step, so that one run of a model meets them all, and the last step is an ordinary one. */
const ALL = "outlier@1x10,topic@2,shrink@3:16,freeze@4,evaluate@5";
const STEPS = 6;

test.each(Object.entries(SMALL_MODELS))(
  "every intervention in a %s, recorded and replayed, computes what it computes composed",
  async (model, query) => {
    const room = model === "ResNet" ? ALL.replace(":16", ":2") : ALL;
    const experiment = experimentOf(`${query}&${LANES}&do=${room}`);
    expect(experiment.interventions).toHaveLength(5);
    const composed = await Lockstep.open(experiment, catalogue);
    const replayed = await Lockstep.open(experiment, catalogue, { engine: interpretedEngine() });
    // A memory that stays from one step to the next was not written at all.
    for (let step = 1; step <= STEPS; step++) {
      for (const lockstep of [composed, replayed]) lockstep.takeStep();
      await expectSame(composed, replayed);
    }
    composed.close();
    replayed.close();
  },
  120_000,
);

const remembering = Object.entries(SMALL_MODELS).flatMap(([model, query]) =>
  catalogue.normalisers.flatMap((normaliser) => {
    const words = new URLSearchParams(`${query}&do=evaluate@2`);
    const [task] = parseExperiment(words, catalogue).experiment.tasks;
    const { id } = normaliser;
    words.set("lanes", id);
    const suits = normaliser.memory && misfit(normaliser, task, catalogue) === null;
    return suits ? [{ id, model, query: words.toString() }] : [];
  }),
);

test.each(remembering)(
  "$id in a $model trains on what it remembers, recorded as composed",
  async ({ query }) => {
    const experiment = experimentOf(query);
    expect(experiment.interventions).toHaveLength(1);
    const composed = await Lockstep.open(experiment, catalogue);
    const replayed = await Lockstep.open(experiment, catalogue, { engine: interpretedEngine() });
    for (const lockstep of [composed, replayed])
      for (let step = 0; step < 2; step++) lockstep.takeStep();
    await expectSame(composed, replayed);
    composed.close();
    replayed.close();
  },
);

test("a step is recorded once for each choice that an intervention makes, and never again", async () => {
  const engine = interpretedEngine();
  const words = "outlier@2x10,outlier@4x100,freeze@5-6,freeze@8,evaluate@9-10,shrink@11:2,topic@12";
  const experiment = experimentOf(`${SMALL_MODELS.ResNet}&lanes=batch-norm&do=${words}`);
  const lockstep = await Lockstep.open(experiment, catalogue, { engine });
  const recorded: number[] = [];
  for (let step = 1; step <= 13; step++) {
    lockstep.takeStep();
    recorded.push(engine.compiled.size);
  }
  // Another k is another number; other pictures are other numbers; fewer pictures are another shape.
  expect(recorded).toEqual([1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5]);
  lockstep.close();
});

test("fewer tokens are no new shape, and methods without a memory are not recorded anew where one is frozen", async () => {
  const engine = interpretedEngine();
  const words = "shrink@2:16,freeze@3,evaluate@4";
  const query = SMALL_MODELS["language model"];
  const experiment = experimentOf(`${query}&lanes=layer-norm&do=${words}`);
  const lockstep = await Lockstep.open(experiment, catalogue, { engine });
  for (let step = 1; step <= 5; step++) lockstep.takeStep();
  expect(engine.compiled.size).toBe(1);
  lockstep.close();
});
