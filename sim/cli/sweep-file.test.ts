import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { SweepFile, SweepRecord } from "../contract/sweep.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { readArguments } from "./arguments.ts";
import { mergeParts } from "./merge-parts.ts";
import type { NamedPart } from "./merge-parts.ts";
import { runLane } from "./run-lane.ts";
import { sweepFile, sweepText } from "./sweep-file.ts";
import { isOfShard, jobsOf } from "./sweep-jobs.ts";

/** Two lanes, two seeds, four steps. */
const TINY = [
  "paper-order --lanes batch-norm,layer-norm --steps 4 --seeds 3-4",
  "--set translation-transformer.encoderLayers=1 --set translation-transformer.width=16",
  "--set translation.tokensPerBatch=48 --set translation.pairs=500",
  "--set translation.longest=10 --set translation.vocabulary=256",
  "--set translation.heldOut=64 --set translation.bleuPairs=16",
].flatMap((words) => words.split(" "));

const STAMP = {
  date: "2026-11-24",
  commit: "0123456789",
  version: "0.1.0",
  engine: "fused",
} as const;

/** What the command writes, run in this thread. */
async function sweep(...more: string[]): Promise<SweepFile> {
  const options = readArguments([...TINY, ...more]);
  if (options.kind !== "sweep") throw new Error(options.kind);
  const records: SweepRecord[] = [];
  for (const [index, job] of jobsOf(options).entries())
    if (isOfShard(index, options.shard)) records.push(await runLane(job, () => {}));
  return sweepFile(options, STAMP, records);
}

/** As if each had been written to a file and read again. */
function named(files: readonly SweepFile[]): NamedPart[] {
  return files.map((file, i) => ({
    name: `part-${i + 1}.json`,
    file: JSON.parse(sweepText(file)),
  }));
}

let whole: SweepFile;
let parts: readonly SweepFile[];

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
  whole = await sweep();
  parts = [
    await sweep("--shard", "1/3"),
    await sweep("--shard", "2/3"),
    await sweep("--shard", "3/3"),
  ];
}, 60_000);

describe("a sweep's file", () => {
  it("says what was done while it ran, and has other numbers for it", async () => {
    const done = await sweep("--set", "do=outlier@2x10");
    expect(whole.settings).not.toHaveProperty("do");
    expect(done.settings).toMatchObject({ do: "outlier@2x10" });
    expect(done.command).toContain("--set do=outlier@2x10");
    expect(done.records[0]?.scores).not.toEqual(whole.records[0]?.scores);
  });

  it("has a record for every lane and seed, with all scores of the table of evaluations", () => {
    expect(whole.records.map(({ seed, lane }) => `${seed} ${lane}`)).toEqual([
      "3 batch-norm",
      "3 layer-norm",
      "4 batch-norm",
      "4 layer-norm",
    ]);
    for (const { scores } of whole.records) {
      const names = scores.map(({ name, on }) => `${name} ${on}`);
      expect(names).toEqual(
        expect.arrayContaining(["loss train", "loss held-out", "loss held-out-on-batch"]),
      );
      for (const name of ["token accuracy", "BLEU"])
        for (const on of ["held-out", "held-out-on-batch"])
          expect(names).toContain(`${name} ${on}`);
      expect(scores.every(({ value }) => value !== null)).toBe(true);
    }
  });

  it("has boxes at the first and the last norm", () => {
    const sites = whole.records[0]?.distances.map(({ site }) => site);
    expect([...new Set(sites)]).toEqual(["encoder 1 attention", "encoder final"]);
  });

  it("says the command without what does not change the numbers", async () => {
    const options = readArguments([...TINY, "--jobs", "2", "--out", "x.json", "--shard", "2/2"]);
    expect(options).toMatchObject({ command: whole.command });
    expect(whole.command).toMatch(/^npm run sweep -- paper-order --lanes batch-norm,layer-norm /);
  });

  it("is JSON with a line for each record", () => {
    const text = sweepText(whole);
    expect(JSON.parse(text)).toEqual(whole);
    expect(text.split("\n").filter((line) => line.includes('"seed":'))).toHaveLength(4);
  });
});

describe("the parts of a sharded sweep", () => {
  it("join, in any order, to the very bytes of the sweep in one piece", () => {
    const [first, second, third] = named(parts) as [NamedPart, NamedPart, NamedPart];
    expect(sweepText(mergeParts([third, first, second]))).toBe(sweepText(whole));
  });

  it("are refused when one is missing, twice there, or of another sweep", () => {
    const [first, second, third] = named(parts) as [NamedPart, NamedPart, NamedPart];
    expect(() => mergeParts([first, third])).toThrow("Part 2/3 is missing.");
    expect(() => mergeParts([first, second, second])).toThrow("both part 2/3");
    const older = { name: "old.json", file: { ...third.file, commit: "fedcba9876" } };
    expect(() => mergeParts([first, second, older])).toThrow(
      'old.json is of another sweep than part-1.json: its commit is "fedcba9876"',
    );
    expect(() => mergeParts([{ name: "whole.json", file: whole }, first])).toThrow("is not one of");
  });

  it("are refused when one lacks a record, which is named", () => {
    const [first, second, third] = named(parts) as [NamedPart, NamedPart, NamedPart];
    const broken = { ...second, file: { ...second.file, records: [] } };
    expect(() => mergeParts([first, broken, third])).toThrow(
      "Part 2/3 has no record of seed 3, layer-norm",
    );
  });
});
