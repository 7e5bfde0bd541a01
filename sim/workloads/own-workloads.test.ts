import { describe, expect, it } from "vitest";
import { DataRefused } from "../contract/data-refused.ts";
import type { OwnPairs, OwnPictures, OwnText } from "../contract/own-data.ts";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import type { Workload } from "../contract/workload.ts";
import ownLanguage from "./own-language.ts";
import ownPictures from "./own-pictures.ts";
import ownTranslation from "./own-translation.ts";

type Changes = Readonly<Record<string, number | boolean>>;

/** Sentence i is “w i” → “w i”, but every third source is “W”, written large. */
function pairs(count: number): OwnPairs {
  const lines = Array.from({ length: count }, (_, i) => [i % 3 ? 0 : 1, 2 + i]);
  return {
    kind: "pairs",
    words: ["w", "W", ...Array.from({ length: count }, (_, i) => `n${i}`)],
    tokens: Int32Array.from(lines.flatMap((line) => [...line, ...line])),
    starts: Int32Array.from({ length: 2 * count + 1 }, (_, i) => 2 * i),
  };
}

/** Picture i is all of one byte, i, and of class i mod 3. */
function pictures(count: number, test = 0, side = 4): OwnPictures {
  return {
    kind: "pictures",
    classes: ["a", "b", "c"],
    width: side,
    height: side,
    channels: 1,
    test,
    labels: Uint8Array.from({ length: count }, (_, i) => i % 3),
    pixels: Uint8Array.from({ length: count * side * side }, (_, i) => Math.floor(i / side / side)),
  };
}

const openPairs = (own: OwnPairs, changes: Changes = {}, seed = 1): Promise<Workload> =>
  ownTranslation.open(
    { ...initialValues(ownTranslation.params), ...changes },
    new Random(seed),
    own,
  );
const openPictures = (own: OwnPictures, changes: Changes = {}, seed = 1): Promise<Workload> =>
  ownPictures.open({ ...initialValues(ownPictures.params), ...changes }, new Random(seed), own);

/** Which pictures a batch holds, read from their one grey. */
function shownIn(batch: Workload["heldOut"][number] | undefined): number[] {
  if (batch?.kind !== "images") throw new Error("not a batch of pictures");
  const length = batch.pixels.values.length / batch.items;
  return Array.from({ length: batch.items }, (_, i) =>
    Math.round(((batch.pixels.values[i * length] ?? 0) + 1) * 127.5),
  );
}

function sourcesIn(batch: Workload["heldOut"][number]): string[] {
  if (batch.kind !== "translation") throw new Error("not a batch of pairs");
  const [rows = 0, length = 0] = batch.source.shape;
  return Array.from({ length: rows }, (_, row) =>
    batch.source.values.slice(row * length, (row + 1) * length).join(" "),
  ).filter((ids) => /[1-9]/.test(ids));
}

describe("own pictures", () => {
  it("are divided by the seed, and no picture is on both sides", async () => {
    const workload = await openPictures(pictures(200), { imagesPerBatch: 16 });
    const apart = workload.heldOut.flatMap(shownIn);
    const trained = Array.from({ length: 40 }, (_, step) => shownIn(workload.batch(step))).flat();
    expect(apart).toHaveLength(32);
    expect(new Set(trained).size).toBe(160);
    expect(trained.filter((picture) => apart.includes(picture))).toEqual([]);
    const other = await openPictures(pictures(200), { imagesPerBatch: 16 }, 2);
    expect(other.heldOut.flatMap(shownIn)).not.toEqual(apart);
  });

  it("of a test set are held out and never trained on", async () => {
    const workload = await openPictures(pictures(200, 70), { imagesPerBatch: 16, heldOut: 64 });
    expect(Math.min(...workload.heldOut.flatMap(shownIn))).toBeGreaterThanOrEqual(130);
    const trained = Array.from({ length: 40 }, (_, step) => shownIn(workload.batch(step))).flat();
    expect(Math.max(...trained)).toBeLessThan(130);
  });

  it.each([8, 24, 32])("are scaled to %i pixels a side, from −1 to 1", async (size) => {
    const own = { ...pictures(100, 0, 10), pixels: new Uint8Array(100 * 100) };
    // A white left half.
    own.pixels.forEach((_, i) => {
      own.pixels[i] = i % 10 < 5 ? 255 : 0;
    });
    const batch = (await openPictures(own, { size })).batch(0);
    if (batch.kind !== "images") throw new Error(batch.kind);
    expect(batch.pixels.shape).toEqual([64, size, size, 3]);
    const mean = [...batch.pixels.values].reduce((sum, value) => sum + value, 0);
    expect(mean / batch.pixels.values.length).toBeCloseTo(0, 5);
    expect([batch.pixels.values[0], batch.pixels.values.at(-1)]).toEqual([1, -1]);
  });

  it("that cannot fill a batch are refused with both numbers", async () => {
    await expect(openPictures(pictures(50), { imagesPerBatch: 64 })).rejects.toThrow(
      /at least 64 .*found 40/,
    );
  });
});

describe("own sentence pairs", () => {
  it("are divided by the seed, and no source is on both sides, though the file may say it twice", async () => {
    const once = pairs(100);
    const twice: OwnPairs = {
      ...once,
      tokens: Int32Array.from([...once.tokens, ...once.tokens]),
      starts: Int32Array.from({ length: 401 }, (_, i) => 2 * i),
    };
    const workload = await openPairs(twice, { heldOut: 64 });
    const apart = workload.heldOut.flatMap(sourcesIn);
    const trained = Array.from({ length: 60 }, (_, step) => sourcesIn(workload.batch(step))).flat();
    expect(apart).toHaveLength(40);
    const key = (ids: string): string => ids.replace(/( 0)+$/, "");
    const known = new Set(trained.map(key));
    expect(apart.map(key).filter((ids) => known.has(ids))).toEqual([]);
  });

  it("keep the commonest words, lower-cased or not, and call the others unknown", async () => {
    const lower = await openPairs(pairs(100), { vocabulary: 64 });
    const written = await openPairs(pairs(100), { vocabulary: 64, lowerCase: false });
    if (lower.facts.kind === "images" || written.facts.kind === "images") throw new Error("images");
    expect(lower.facts.vocabulary.slice(0, 5)).toEqual(["<pad>", "<s>", "</s>", "<unk>", "w"]);
    expect(written.facts.vocabulary.slice(4, 6)).toEqual(["w", "W"]);
    expect(lower.facts.vocabulary).toHaveLength(64);
    expect(lower.heldOut.flatMap(sourcesIn).join(" ").split(" ")).toContain("3");
  });

  it("longer than the setting are left out, and too few of them refused", async () => {
    await expect(openPairs(pairs(9))).rejects.toThrow(DataRefused);
    const short = pairs(40);
    const long = {
      ...short,
      starts: Int32Array.from([...short.starts.slice(0, 61), 130, 160]),
    };
    const workload = await openPairs(long, { longest: 4 });
    expect(workload.facts).toMatchObject({ longest: 5 });
    for (let step = 0; step < 5; step++) expect(workload.batch(step).items).toBeGreaterThan(0);
  });
});

describe("own text", () => {
  const text: OwnText = {
    kind: "text",
    words: Array.from({ length: 2000 }, (_, i) => `n${i}`),
    tokens: Int32Array.from({ length: 2000 }, (_, i) => i),
    starts: Int32Array.from({ length: 201 }, (_, i) => 10 * i),
  };

  it("is cut into passages, and no word of a held-out one is trained on", async () => {
    const params = { ...initialValues(ownLanguage.params), vocabulary: 8192, heldOut: 512 };
    const workload = await ownLanguage.open(params, new Random(1), text);
    const words = (batches: readonly Workload["heldOut"][number][]): Set<number> =>
      new Set(
        batches.flatMap((batch) =>
          batch.kind === "language" ? [...batch.labels.values].filter((id) => id > 3) : [],
        ),
      );
    const apart = words(workload.heldOut);
    const trained = words(Array.from({ length: 30 }, (_, step) => workload.batch(step)));
    expect(apart.size).toBeGreaterThan(200);
    expect(trained.size).toBeGreaterThan(1000);
    expect([...apart].filter((id) => trained.has(id))).toEqual([]);
  });
});

it.each([ownPictures, ownTranslation, ownLanguage])(
  "a link to $id without files says which kind to choose",
  async (workload) => {
    const opening = workload.open(initialValues(workload.params), new Random(1));
    await expect(opening).rejects.toThrow(/a link cannot hold. Under “Your own data” choose/);
  },
);
