import { expect, it } from "vitest";
import { Random } from "../../contract/random.ts";
import { bucketsOf, orderByTopic, planEpoch, type Planned } from "./bucket-plan.ts";

const random = new Random("pairs");
const pairs: readonly Planned[] = Array.from({ length: 2000 }, () => ({
  length: 4 + random.below(22),
  topic: random.below(12),
}));
const buckets = bucketsOf(pairs, 24, 128);

function topicsPerBatch(burstiness: number): number {
  const plan = planEpoch({ buckets, pairs, burstiness }, new Random("epoch"));
  const counts = plan.map((batch) => new Set(batch.pairs.map((pair) => pairs[pair]?.topic)).size);
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

it("uses a handful of lengths, the last one just long enough", () => {
  expect(buckets.map(({ length }) => length)).toEqual([4, 6, 8, 10, 12, 16, 20, 25]);
});

it("puts every pair in the narrowest bucket that holds it", () => {
  const all = buckets.flatMap(({ length, members }) =>
    members.map((pair) => ({ pair, length, needs: pairs[pair]?.length ?? 0 })),
  );
  expect(all.length).toBe(pairs.length);
  expect(all.every(({ length, needs }) => needs <= length)).toBe(true);
});

it("fills every batch and visits every pair in an epoch", () => {
  const plan = planEpoch({ buckets, pairs, burstiness: 0.5 }, new Random("epoch"));
  for (const batch of plan) expect(batch.pairs).toHaveLength(batch.bucket.rows);
  expect(new Set(plan.flatMap((batch) => batch.pairs)).size).toBe(pairs.length);
});

it("slides from mixed topics to one topic a batch with burstiness", () => {
  const [mixed, half, single] = [0, 0.5, 1].map(topicsPerBatch) as [number, number, number];
  expect(mixed).toBeGreaterThan(half + 0.5);
  expect(half).toBeGreaterThan(single + 0.5);
  expect(single).toBeLessThan(2);
});

it("orders held-out pairs so that batches cut from them are as topical as training's", () => {
  const topicsInEights = (burstiness: number): number => {
    const ordered = orderByTopic({ buckets, pairs, burstiness }, new Random("held-out"));
    const counts = ordered.map(({ members }) => {
      const eight = members.slice(0, 8).map((pair) => pairs[pair]?.topic);
      return new Set(eight).size;
    });
    return counts.reduce((sum, count) => sum + count, 0) / counts.length;
  };
  expect(topicsInEights(1)).toBeLessThan(2);
  expect(topicsInEights(0)).toBeGreaterThan(4);
});
