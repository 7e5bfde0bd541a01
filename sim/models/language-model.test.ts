import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { LanguageBatch } from "../contract/batch.ts";
import { seesFuture } from "../contract/future.ts";
import type { Clock, Mode } from "../contract/net.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import { textBatch } from "../data/batching/text-batch.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { dispose, download, scope } from "../tensor/engine.ts";
import { drawingStore } from "../train/drawing-store.ts";
import type { Drawing } from "../train/drawing-store.ts";
import { feedOf, disposeFeed } from "../train/feed.ts";
import { LaneNet } from "../train/lane-net.ts";
import type { Store } from "../train/lane-net.ts";
import languageModel from "./language-model.ts";

const WORDS = 12;
const LENGTH = 6;
const PARAMS = { ...initialValues(languageModel.params), layers: 2, width: 8 };
const TRAITS = languageModel.traits(PARAMS);
const WARMING: Clock = { step: 1, steps: 100, warmUp: 10, alpha: 0.9 };
const WARM: Clock = { ...WARMING, step: 50 };

/** Two sequences; the last token of the first is the one that is changed. */
function batchWith(lastToken: number): LanguageBatch {
  const row = (read: readonly number[]) => ({
    topic: 0,
    read: Int32Array.from(read),
    said: Int32Array.from([...read.slice(1), 2]),
  });
  return textBatch([row([2, 4, 5, 6, 7, lastToken]), row([2, 9, 8, 7, 6])], 2, LENGTH);
}

/** The largest change in what the first sequence says before its last token, when that token is another. */
async function changeBefore(
  normaliser: NormaliserDefinition,
  mode: Mode,
  clock: Clock,
): Promise<number> {
  const constants = new Constants();
  const feeds = [feedOf(batchWith(4)), feedOf(batchWith(10))] as const;
  const logits = scope(() => {
    const tf = createOps(constants, null);
    const drawing: Drawing = { slots: [], drawn: [], specs: {}, memory: {} };
    const pass = (store: Store, feed: (typeof feeds)[number], how: Mode) => {
      const params = initialValues(normaliser.params);
      const { layout } = TRAITS;
      const parts = { tf, store, normaliser, params, mode: how, clock, layout, heads: 2 };
      const facts = {
        kind: "language",
        vocabulary: Array<string>(WORDS).fill(""),
        longest: LENGTH,
      } as const;
      return languageModel.forward(tf, new LaneNet(parts), feed.batch, facts, PARAMS).logits;
    };
    pass(drawingStore(tf, new Random(1), drawing), feeds[0], "train");
    const held: Store = {
      weight: (name) => {
        const drawn = drawing.drawn[drawing.slots.findIndex((slot) => slot.name === name)];
        if (!drawn) throw new Error(`the weight "${name}" was never drawn`);
        return drawn;
      },
      memory: (site) => drawing.memory[site] ?? {},
    };
    return feeds.map((feed) => pass(held, feed, mode));
  });
  const [before, after] = await Promise.all(logits.map((each) => download(each)));
  dispose(logits);
  feeds.forEach(disposeFeed);
  constants.dispose();
  const earlier = (LENGTH - 1) * WORDS;
  if (!before || !after) throw new Error("two passes were expected");
  expect(before.subarray(earlier, earlier + WORDS)).not.toEqual(
    after.subarray(earlier, earlier + WORDS),
  );
  return Math.max(
    ...before.subarray(0, earlier).map((value, i) => Math.abs(value - (after[i] ?? Number.NaN))),
  );
}

const methods = catalogue.normalisers.filter((method) => method.suits(TRAITS) === true);
const pooling = methods.filter((method) => seesFuture(method, TRAITS) !== null);
const others = methods.filter((method) => seesFuture(method, TRAITS) === null);
const running = pooling.filter(({ looksAtBatch }) => looksAtBatch !== undefined);
const cases = (list: readonly NormaliserDefinition[]) =>
  list.map((method) => ({ id: method.id, method }));

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

describe("what a causal model says before a token", () => {
  test.each(cases(others))("never depends on it with $id, in no mode", async ({ method }) => {
    for (const mode of ["train", "evaluate", "evaluate-on-batch"] as const)
      expect(await changeBefore(method, mode, WARMING)).toBe(0);
  });

  test.each(cases(pooling))(
    "depends on it in training with $id, as the page warns",
    async ({ method }) => {
      expect(await changeBefore(method, "train", WARMING)).toBeGreaterThan(1e-6);
    },
  );

  test.each(cases(pooling))("does not depend on it at inference with $id", async ({ method }) => {
    expect(await changeBefore(method, "evaluate", WARMING)).toBe(0);
  });

  test("does not depend on it in training once PowerNorm's warm-up is over", async () => {
    const [plain, scaled] = running.filter(({ id }) => id.startsWith("power-norm"));
    if (!plain || !scaled) throw new Error("both entries of PowerNorm were expected");
    for (const method of [plain, scaled]) expect(await changeBefore(method, "train", WARM)).toBe(0);
  });
});

test("of the methods that suit, the warning is for those that pool over tokens", () => {
  expect(pooling.map(({ label }) => label)).toEqual(expect.arrayContaining(["BN", "PN-V", "PN"]));
  expect(others.map(({ label }) => label)).toEqual(expect.arrayContaining(["LN", "RMSNorm"]));
  const [bidirectional] = catalogue.models;
  if (!bidirectional) throw new Error("the catalogue has no model");
  const traits = bidirectional.traits(initialValues(bidirectional.params));
  expect(pooling.map((method) => seesFuture(method, traits))).toEqual(pooling.map(() => null));
});
