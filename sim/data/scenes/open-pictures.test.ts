import { describe, expect, it } from "vitest";
import type { Batch, ImageBatch } from "../../contract/batch.ts";
import { Random } from "../../contract/random.ts";
import type { Workload } from "../../contract/workload.ts";
import { openPictures } from "./open-pictures.ts";
import type { PictureOptions } from "./open-pictures.ts";

const SMALL: PictureOptions = {
  imagesPerBatch: 20,
  size: 8,
  colourVariance: 0.5,
  imbalance: 0,
  pictures: 400,
};

function open(options: Partial<PictureOptions> = {}, seed = 1): Workload {
  return openPictures({ ...SMALL, ...options }, new Random(seed));
}

function images(batch: Batch): ImageBatch {
  if (batch.kind !== "images") throw new Error(`expected images; got ${batch.kind}`);
  return batch;
}

/** One string per picture, to find a picture again. */
function pictures(batch: Batch): string[] {
  const { pixels, items } = images(batch);
  const length = pixels.values.length / items;
  return Array.from({ length: items }, (_, i) =>
    pixels.values.slice(i * length, (i + 1) * length).join(),
  );
}

function classCounts(batches: readonly Batch[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const batch of batches)
    for (const label of images(batch).labels.values) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

function steps(workload: Workload, count: number): Batch[] {
  return Array.from({ length: count }, (_, step) => workload.batch(step));
}

describe("the pictures", () => {
  it("are the same again for the same seed, and others for another seed", () => {
    expect(open().batch(3)).toEqual(open().batch(3));
    expect(open({}, 2).batch(3)).not.toEqual(open().batch(3));
  });

  it("are the same whether steps come in order, backwards or out of the blue", () => {
    const forwards = steps(open(), 45);
    const workload = open();
    for (let step = 44; step >= 0; step--) expect(workload.batch(step)).toEqual(forwards[step]);
    expect(open().batch(33)).toEqual(forwards[33]);
  });

  it.each([8, 16, 24, 32])("lie between −1 and 1 and use most of that range at %i px", (size) => {
    const { pixels, labels, items } = images(open({ size }).batch(0));
    expect(pixels.shape).toEqual([20, size, size, 3]);
    expect(pixels.values).toHaveLength(20 * size * size * 3);
    expect(labels.shape).toEqual([items]);
    const values = [...pixels.values].sort((a, b) => a - b);
    expect(values.every((value) => value >= -1 && value <= 1)).toBe(true);
    expect(values.at(0)).toBeLessThan(-0.7);
    expect(values.at(-1)).toBeGreaterThan(0.7);
  });

  it("each come once an epoch, ten classes equally often, when nothing is imbalanced", () => {
    const epoch = steps(open(), 20);
    expect(classCounts(epoch)).toEqual(Array.from({ length: 10 }, () => 40));
    expect(new Set(epoch.flatMap(pictures)).size).toBe(400);
  });

  it("come in another order in the next epoch", () => {
    const workload = open();
    expect(pictures(workload.batch(20))).not.toEqual(pictures(workload.batch(0)));
  });

  it("give batches of one shape when they do not divide evenly", () => {
    const batches = steps(open({ imagesPerBatch: 64, pictures: 300 }), 9);
    expect(new Set(batches.map((batch) => batch.items))).toEqual(new Set([64]));
  });

  it("keep training and held-out apart", () => {
    const workload = open();
    const held = workload.heldOut.flatMap(pictures);
    // As many whole batches of a hundred as 512 pictures fill.
    expect(held).toHaveLength(500);
    expect(new Set(held).size).toBe(500);
    const trained = new Set(steps(workload, 20).flatMap(pictures));
    expect(held.filter((picture) => trained.has(picture))).toEqual([]);
    expect(Math.min(...classCounts(workload.heldOut))).toBeGreaterThanOrEqual(50);
    for (const batch of workload.heldOut) expect(batch.items).toBe(workload.batch(0).items);
  });

  it("name their ten classes, and samples use those names", () => {
    const { facts, samples } = open();
    if (facts.kind !== "images") throw new Error(`expected images; got ${facts.kind}`);
    expect(new Set(facts.classes).size).toBe(10);
    expect(samples.length).toBeGreaterThan(0);
    for (const { output } of samples) expect(facts.classes).toContain(output);
  });
});

describe("class imbalance", () => {
  /** The share of a batch that its commonest class has, on average. */
  function topShare(imbalance: number): number {
    const batches = steps(open({ imbalance }), 40);
    const shares = batches.map((batch) => Math.max(...classCounts([batch])) / batch.items);
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  it("gives every batch a single class at one", () => {
    for (const batch of steps(open({ imbalance: 1 }), 40))
      expect(new Set(images(batch).labels.values).size).toBe(1);
  });

  it("grows steadily from a mixed batch to a single class", () => {
    const shares = [0, 0.25, 0.5, 0.75, 1].map(topShare);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.3);
    expect(shares[2]).toBeGreaterThan(0.45);
    expect(shares[2]).toBeLessThan(0.7);
  });

  it("still shows every class about equally often over an epoch", () => {
    for (const count of classCounts(steps(open({ imbalance: 1 }), 20))) expect(count).toBe(40);
  });
});

describe("colour variance", () => {
  /** The variance over pictures of a picture's mean. */
  function varianceOfMeans(colourVariance: number): number {
    const batches = steps(open({ colourVariance }), 20);
    const means = batches.flatMap((batch) => {
      const { pixels, items } = images(batch);
      const length = pixels.values.length / items;
      return Array.from({ length: items }, (_, i) => {
        const picture = Array.from(pixels.values.subarray(i * length, (i + 1) * length));
        return picture.reduce((sum, value) => sum + value, 0) / length;
      });
    });
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    return means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length;
  }

  it("makes pictures differ more in their mean", () => {
    const [none, half, full] = [0, 0.5, 1].map(varianceOfMeans) as [number, number, number];
    expect(half).toBeGreaterThan(1.2 * none);
    expect(full).toBeGreaterThan(1.2 * half);
  });
});

describe("learnability", () => {
  /** How many held-out pictures lie nearest the mean training picture of their own class. */
  function centroidAccuracy(size: number): number {
    const workload = open({ size, pictures: 2000 });
    const length = size * size * 3;
    const centroids = Array.from({ length: 10 }, () => new Float64Array(length));
    for (const batch of steps(workload, 100))
      each(batch, (picture, label) => {
        for (let i = 0; i < length; i++)
          centroids[label]![i] = (centroids[label]![i] ?? 0) + picture[i]! / 200;
      });
    let right = 0;
    for (const batch of workload.heldOut)
      each(batch, (picture, label) => {
        const distances = centroids.map((centroid) =>
          centroid.reduce((sum, value, i) => sum + (value - picture[i]!) ** 2, 0),
        );
        if (distances.indexOf(Math.min(...distances)) === label) right++;
      });
    return right / 512;
  }

  function each(batch: Batch, visit: (picture: ArrayLike<number>, label: number) => void): void {
    const { pixels, labels, items } = images(batch);
    const length = pixels.values.length / items;
    for (let i = 0; i < items; i++)
      visit(pixels.values.subarray(i * length, (i + 1) * length), labels.values[i] ?? 0);
  }

  it("lets the nearest class mean do better than chance, and leaves most of the work", () => {
    const accuracy = centroidAccuracy(8);
    expect(accuracy).toBeGreaterThan(0.17);
    expect(accuracy).toBeLessThan(0.6);
  });
});
