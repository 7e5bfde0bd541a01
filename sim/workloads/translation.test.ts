import { beforeAll, describe, expect, it } from "vitest";
import { pairsIn } from "../contract/batch.ts";
import type { TranslationBatch } from "../contract/batch.ts";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import type { Workload } from "../contract/workload.ts";
import translation from "./translation.ts";

async function open(seed = 1, changes: Record<string, number> = {}): Promise<Workload> {
  return translation.open({ ...initialValues(translation.params), ...changes }, new Random(seed));
}

function batchOf(workload: Workload, step: number): TranslationBatch {
  const batch = workload.batch(step);
  if (batch.kind !== "translation") throw new Error(`got a batch of ${batch.kind}`);
  return batch;
}

function sum(values: Float32Array | Int32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

let workload: Workload;

beforeAll(async () => {
  workload = await open();
});

describe("the translation workload", () => {
  it("opens to the same data for the same seed", async () => {
    const again = await open();
    expect(again.facts).toEqual(workload.facts);
    expect(again.batch(17)).toEqual(workload.batch(17));
    expect((await open(2)).samples).not.toEqual(workload.samples);
  });

  it("knows its words and its longest padded sentence", () => {
    const { facts } = workload;
    if (facts.kind !== "translation") throw new Error(facts.kind);
    expect(facts.vocabulary.slice(0, 4)).toEqual(["<pad>", "<s>", "</s>", "<unk>"]);
    expect(facts.vocabulary.length).toBeLessThanOrEqual(1024);
    expect(facts.longest).toBe(41);
  });

  it("gives a batch for any step in any order", () => {
    const steps = [0, 1, 900, 5000, 3];
    const forwards = steps.map((step) => workload.batch(step));
    const backwards = steps.toReversed().map((step) => workload.batch(step));
    expect(backwards.toReversed()).toEqual(forwards);
    expect(forwards[0]).not.toEqual(forwards[1]);
  });

  it.each([16, 128, 1000])("keeps a budget of %i tokens", async (tokensPerBatch) => {
    const some = await open(1, { tokensPerBatch, pairs: 500 });
    for (let step = 0; step < 60; step++) {
      const batch = batchOf(some, step);
      const [rows = 0, length = 0] = batch.source.shape;
      // One sentence may be longer than the whole budget.
      expect(rows * length).toBeLessThanOrEqual(Math.max(length, tokensPerBatch));
      expect((rows + 1) * length).toBeGreaterThan(tokensPerBatch);
    }
  });

  it("lays out what the decoder reads one step before what it should say", () => {
    const batch = batchOf(workload, 4);
    const [rows = 0, length = 0] = batch.source.shape;
    expect(batch.sourceMask.shape).toEqual([rows, length, 1]);
    expect(batch.items).toBe(sum(batch.sourceMask.values));
    for (let row = 0; row < rows; row++) {
      const cut = (values: Float32Array | Int32Array) =>
        values.slice(row * length, (row + 1) * length);
      const read = sum(cut(batch.sourceMask.values));
      const said = sum(cut(batch.labelMask.values));
      expect(cut(batch.source.values)[read - 1]).toBe(2);
      expect(cut(batch.labels.values)[said - 1]).toBe(2);
      expect(cut(batch.target.values)[0]).toBe(1);
      expect(cut(batch.target.values).slice(1, said)).toEqual(
        cut(batch.labels.values).slice(0, said - 1),
      );
      expect(sum(cut(batch.labels.values).slice(said))).toBe(0);
    }
  });

  it("holds out 128 pairs, each in one row, with no unknown word", () => {
    const batches = workload.heldOut.filter((batch) => batch.kind === "translation");
    const rows = batches.map((batch) => {
      const [count = 0, length = 0] = batch.source.shape;
      expect([...batch.source.values, ...batch.labels.values]).not.toContain(3);
      return Array.from({ length: count }, (_, row) => batch.sourceMask.values[row * length]);
    });
    expect(rows.flat().filter((first) => first === 1)).toHaveLength(128);
  });

  it("lets five held-out pairs of at most fifteen words be read, and the shortest be scored", () => {
    const { trial, heldOut } = workload;
    if (!trial) throw new Error("there is no trial");
    expect(trial.pairs).toHaveLength(5);
    expect(pairsIn(trial.shown)).toBe(5);
    const lengths = trial.pairs.map(({ input, output }) =>
      Math.max(input.split(" ").length, output.split(" ").length),
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    const training = heldOut.flatMap((batch) =>
      batch.kind === "translation" ? [batch.source.shape] : [],
    );
    expect(training).toContainEqual(trial.shown.source.shape);
    const scored = trial.scored.map(pairsIn);
    const sum = scored.reduce((a, b) => a + b, 0);
    expect(sum).toBeGreaterThanOrEqual(48);
    expect(sum - (scored.at(-1) ?? 0)).toBeLessThan(48);
    expect(heldOut.slice(0, trial.scored.length)).toEqual(trial.scored);
  });

  it("shows a few pairs of different lengths", () => {
    expect(workload.samples).toHaveLength(6);
    const lengths = workload.samples.map(({ input }) => input.split(" ").length);
    expect(new Set(lengths).size).toBeGreaterThan(3);
  });
});
