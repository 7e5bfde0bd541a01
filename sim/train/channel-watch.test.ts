import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { sampleAt } from "../contract/channel-rows.ts";
import type { ChannelRows, WatchedSites } from "../contract/channel-rows.ts";
import { entry } from "../contract/catalogue.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "./lockstep.ts";
import type { Drained } from "./recorder.ts";

const SMALL =
  "steps=40&evaluateEvery=20&warmUp=2&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256";

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

async function opened(query: string): Promise<Lockstep> {
  const words = new URLSearchParams(`${SMALL}&${query}`);
  return Lockstep.open(parseExperiment(words, catalogue).experiment, catalogue);
}

function watching(lockstep: Lockstep, site: string): WatchedSites {
  return Object.fromEntries(lockstep.reports.map(({ id }) => [id, site]));
}

/** Every metric of the input, plotted and computed once more from the channels: what was plotted, and what comes out. */
function compared({ reports, columns }: Lockstep, { rows, channels }: Drained) {
  const table = rows.find(({ table }) => table === "steps");
  if (!table || !channels) throw new Error("nothing was watched");
  return columns.steps.flatMap((column, index) => {
    if (column.kind !== "statistic" || column.of !== "input") return [];
    const start = startOf(channels, column.lane, column.site);
    if (start === null) return [];
    const site = reports.find(({ id }) => id === column.lane)?.sites[0];
    const length = channels.batch.length / channels.steps.length;
    return [...channels.steps].map((step, row) => {
      const sample = sampleAt(channels, row * length + start, site?.channels ?? 0);
      return {
        step,
        ...column,
        plotted: table.values[row * columns.steps.length + index] ?? Number.NaN,
        recomputed: entry(catalogue.metrics, column.metric).read(sample, column.statistic),
      };
    });
  });
}

function startOf({ sites }: ChannelRows, lane: string, site: string): number | null {
  const place = sites.findIndex((each) => each.lane === lane && each.site === site);
  return place < 0
    ? null
    : sites.slice(0, place).reduce((sum, { channels }) => sum + 3 * channels, 0);
}

test("what is plotted of BN, PN-V, PN and LN is exactly what the watched channels give", async () => {
  const lockstep = await opened("lanes=batch-norm,power-norm-v,power-norm,layer-norm");
  const site = lockstep.reports[0]?.sites[1]?.id ?? "";
  lockstep.watch(watching(lockstep, site));
  for (let step = 0; step < 6; step++) lockstep.takeStep();
  const points = compared(lockstep, await lockstep.drain());
  // Three metrics of three statistics, four lanes, six steps.
  expect(points).toHaveLength(3 * 3 * 4 * 6);
  for (const { plotted, recomputed } of points) {
    expect(plotted).toBeGreaterThan(0);
    expect(Math.fround(recomputed)).toBe(plotted);
  }
  lockstep.close();
});

test("nothing is brought over while nothing is watched, nor of sites that are not there", async () => {
  const lockstep = await opened("lanes=batch-norm,layer-norm");
  lockstep.takeStep();
  expect((await lockstep.drain()).channels).toBeNull();
  lockstep.watch({ "batch-norm": "attic", cellar: "encoder final" });
  lockstep.takeStep();
  expect((await lockstep.drain()).channels).toBeNull();
  lockstep.watch({ "layer-norm": "encoder final" });
  lockstep.takeStep();
  const { channels } = await lockstep.drain();
  expect(channels?.sites).toEqual([{ lane: "layer-norm", site: "encoder final", channels: 16 }]);
  expect([...(channels?.steps ?? [])]).toEqual([3]);
  lockstep.close();
});

test("of a lane that has diverged the channels are no numbers from that step on", async () => {
  const lockstep = await opened("lanes=none,layer-norm&optimiser=sgd&warmUp=0&schedule=constant");
  const words = new URLSearchParams(`${SMALL}&lanes=none,layer-norm`);
  const { experiment } = parseExperiment(words, catalogue);
  // A rate that no plain network survives.
  const tasks = experiment.tasks.map((task) => ({
    ...task,
    training: { ...task.training, optimiser: "sgd" as const, warmUp: 0, learningRate: 1e6 },
  }));
  lockstep.tune({ ...experiment, tasks });
  lockstep.watch(watching(lockstep, "encoder final"));
  for (let step = 0; step < 5; step++) lockstep.takeStep();
  const { channels, diverged } = await lockstep.drain();
  expect(diverged.map(({ lane }) => lane)).toContain("none");
  channels?.sites.forEach(({ lane }, place) => {
    const end = diverged.find((each) => each.lane === lane)?.step ?? Infinity;
    channels.steps.forEach((step, row) => {
      const at = row * 96 + place * 48;
      const numbers = [channels.batch[at], channels.running[at]];
      expect(numbers.every(Number.isFinite)).toBe(step < end);
    });
  });
  lockstep.close();
});
