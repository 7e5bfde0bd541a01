import { beforeAll, describe, expect, it } from "vitest";
import type { LanguageBatch } from "../contract/batch.ts";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import type { Workload } from "../contract/workload.ts";
import language from "./language.ts";

const END = 2;
const UNKNOWN = 3;

async function open(seed = 1, changes: Record<string, number | string> = {}): Promise<Workload> {
  const params = { ...initialValues(language.params), sentences: 2000, ...changes };
  return language.open(params, new Random(seed));
}

function textOf(batch: Workload["heldOut"][number]): LanguageBatch {
  if (batch.kind !== "language") throw new Error(`got a batch of ${batch.kind}`);
  return batch;
}

let workload: Workload;

beforeAll(async () => {
  workload = await open();
});

describe("the language workload", () => {
  it("opens to the same data for the same seed, for any step in any order", async () => {
    const again = await open();
    expect(again.facts).toEqual(workload.facts);
    const steps = [17, 900, 0];
    expect(steps.map((step) => again.batch(step))).toEqual(
      steps
        .toReversed()
        .map((step) => workload.batch(step))
        .toReversed(),
    );
    expect(workload.batch(0)).not.toEqual(workload.batch(1));
    expect((await open(2)).samples).not.toEqual(workload.samples);
  });

  it.each([
    [128, 32, [4, 32]],
    [100, 32, [3, 32]],
    [16, 128, [1, 128]],
  ])("lays %i tokens out in sequences of %i", async (tokensPerBatch, sequenceLength, shape) => {
    const some = await open(1, { tokensPerBatch, sequenceLength });
    for (const batch of [some.batch(0), some.batch(77), ...some.heldOut]) {
      expect(textOf(batch).labels.shape).toEqual(shape);
      expect(textOf(batch).mask.shape).toEqual([...shape, 1]);
    }
  });

  it("has read at every place what was to be said at the one before", () => {
    const batch = textOf(workload.batch(4));
    const [rows = 0, length = 0] = batch.labels.shape;
    for (let row = 0; row < rows; row++) {
      const cut = (values: Float32Array | Int32Array) =>
        values.slice(row * length, (row + 1) * length);
      const real = cut(batch.mask.values).filter((value) => value === 1).length;
      expect(cut(batch.tokens.values).slice(1, real)).toEqual(
        cut(batch.labels.values).slice(0, real - 1),
      );
    }
    expect(batch.items).toBe(batch.mask.values.filter((value) => value === 1).length);
  });

  it.each(["English", "German", "both"])(
    "holds out every sentence of 128 once in %s, with no unknown word",
    async (written) => {
      const { heldOut } = await open(1, { language: written });
      const labels = heldOut.flatMap((batch) => [...textOf(batch).labels.values]);
      expect(labels.filter((id) => id === END)).toHaveLength(128);
      expect(labels).not.toContain(UNKNOWN);
    },
  );

  it("keeps a batch to one topic with burstiness, and mixes all without", async () => {
    const wordsOf = async (burstiness: number) => {
      const some = await open(1, { burstiness, tokensPerBatch: 512 });
      const counts = Array.from(
        { length: 20 },
        (_, step) => new Set(textOf(some.batch(step)).labels.values).size,
      );
      return counts.reduce((sum, count) => sum + count, 0) / counts.length;
    };
    const [mixed, half, single] = await Promise.all([wordsOf(0), wordsOf(0.5), wordsOf(1)]);
    expect(mixed).toBeGreaterThan(half * 1.05);
    expect(half).toBeGreaterThan(single * 1.05);
  });

  it("has text even of the fewest words and sentences, in the longest sequences", async () => {
    const narrow = await open(1, {
      vocabulary: 128,
      sentences: 500,
      sequenceLength: 128,
      language: "both",
    });
    expect(textOf(narrow.batch(0)).items).toBeGreaterThan(0);
    expect(narrow.heldOut.length).toBeGreaterThan(0);
  });
});
