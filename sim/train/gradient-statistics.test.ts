import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "./lockstep.ts";

const SMALL =
  "steps=4&evaluateEvery=1000&warmUp=5&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256";

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

/** Every number of the steps' table by what its column is. */
async function columnsOf(changes: string): Promise<Map<string, number[]>> {
  const words = new Map(new URLSearchParams(`${SMALL}&${changes}`));
  const { experiment, ignored } = parseExperiment(words, catalogue);
  expect(ignored).toEqual([]);
  const lockstep = await Lockstep.open(experiment, catalogue);
  while (!lockstep.finished) lockstep.takeStep();
  const { rows } = await lockstep.drain();
  const columns = lockstep.columns.steps;
  lockstep.close();
  const table = new Map<string, number[]>(columns.map((column) => [JSON.stringify(column), []]));
  for (const { table: name, values } of rows)
    if (name === "steps")
      values.forEach((value, i) =>
        table.get(JSON.stringify(columns[i % columns.length]))?.push(value),
      );
  return table;
}

const only = (table: Map<string, number[]>, words: string): [string, number[]][] =>
  [...table].filter(([column]) => column.includes(words));

test("reading gradients changes nothing else: every other number is the same to the bit", async () => {
  const without = await columnsOf(
    "lanes=batch-norm,power-norm,layer-norm&gradientStatistics=false",
  );
  const withThem = await columnsOf(
    "lanes=batch-norm,power-norm,layer-norm&gradientStatistics=true",
  );
  expect(only(without, '"gradient"')).toEqual([]);
  const same = [...without.keys()].map((column) => [column, withThem.get(column)] as const);
  expect(new Map(same)).toEqual(without);
});

test("every norm of every lane has gradient statistics, finite and not nothing", async () => {
  const table = await columnsOf("lanes=batch-norm,power-norm-v,rms-norm&gradientStatistics=true");
  const sizes = only(table, '"gradient-size"');
  const inputs = only(table, '"of":"input","metric":"distance"');
  expect(sizes.length).toBe(inputs.length);
  const unsound = sizes.filter(([, values]) => !values.every((size) => size > 0 && size < 1e6));
  expect(unsound).toEqual([]);
});

test("a lane without a norm has none", async () => {
  const table = await columnsOf("lanes=none&gradientStatistics=true");
  expect(only(table, '"gradient"')).toEqual([]);
  expect(only(table, '"input"').length).toBeGreaterThan(0);
});
