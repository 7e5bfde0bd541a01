import { resolve, sep } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Preset } from "../contract/experiment.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import type { RecordedRun } from "../contract/recorded-run.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "../train/lockstep.ts";
import { keptEvery, recordedText, recordRun } from "./recorded-run.ts";
import { SeriesOfRun } from "./series-of-run.ts";

const STAMP = {
  date: "2026-11-24",
  commit: "0123456789",
  version: "0.1.0",
  engine: "fused",
} as const;

/** Two lanes on little data, for 252 steps. */
const tiny = new Map(
  Object.entries({
    lanes: "batch-norm,layer-norm",
    steps: "252",
    evaluateEvery: "100",
    "translation-transformer.encoderLayers": "1",
    "translation-transformer.width": "16",
    "translation.tokensPerBatch": "32",
    "translation.pairs": "500",
    "translation.longest": "10",
    "translation.vocabulary": "256",
    "translation.heldOut": "64",
  }),
);

let preset: Preset;
let run: RecordedRun;

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
  const { preset: first, experiment } = parseExperiment(tiny, catalogue);
  preset = { ...first, experiment };
  run = JSON.parse(recordedText(await recordRun(preset, "wasm", STAMP, () => {})));
}, 120_000);

it("keeps as few steps as leave 250 rows or fewer", () => {
  expect([1, 250, 251, 300, 1000].map(keptEvery)).toEqual([1, 1, 2, 2, 4]);
});

it("keeps what was measured at those steps, and averages nothing", async () => {
  const lockstep = await Lockstep.open(preset.experiment, catalogue);
  const table = new SeriesOfRun(lockstep.columns.steps);
  while (lockstep.step < 6) lockstep.takeStep();
  for (const rows of (await lockstep.drain()).rows) if (rows.table === "steps") table.append(rows);
  lockstep.close();
  const { columns, steps, values } = run.tables.steps;
  expect(steps.slice(0, 3)).toEqual([2, 4, 6]);
  expect(steps).toHaveLength(126);
  for (const [place, column] of columns.entries()) {
    const at = table.columns.findIndex((other) => JSON.stringify(other) === JSON.stringify(column));
    const measured = [2, 4, 6].map((step) => table.values(at)[step - 1] ?? Number.NaN);
    expect(values[place]?.slice(0, 3)).toEqual(measured.map((x) => Number(x.toPrecision(3))));
  }
});

it("holds both ends of every lane, its losses, and every evaluation", () => {
  const sites = (lane: string) =>
    new Set(
      run.tables.steps.columns.flatMap((column) =>
        column.kind === "statistic" && column.lane === lane ? [column.site] : [],
      ),
    );
  for (const { id, sites: all } of run.lanes)
    expect([...sites(id)]).toEqual([all[0]?.id, all.at(-1)?.id]);
  expect(run.tables["held-out"].steps).toEqual([100, 200, 252]);
  const losses = run.tables["held-out"].columns.filter(({ kind }) => kind === "loss");
  expect(losses).toHaveLength(4);
});

it("says what it is and how it was thinned", () => {
  expect(run.command).toBe("npm run record -- --runs paper-order");
  expect(run.thinning).toMatch(/^Of every 2 steps the last, as it was measured/);
  expect(run).toMatchObject({ ...STAMP, device: "wasm", seed: 1, steps: 252 });
});
