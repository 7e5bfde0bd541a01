import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { Random } from "../contract/random.ts";
import { entry } from "../contract/catalogue.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { batchAt, shrunk } from "./batch-at.ts";
import { Lockstep } from "./lockstep.ts";
import { partsOf } from "./same-run.fixture.ts";
import { SMALL_MODELS } from "./small-models.fixture.ts";

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

const QUERY = SMALL_MODELS["pre-norm"].replace("warmUp=1", "warmUp=0");
const ORDINARY = { theme: null, room: null };

async function trained(interventions: string, steps: number, lanes = "batch-norm,layer-norm") {
  const words = new URLSearchParams(`${QUERY}&lanes=${lanes}&do=${interventions}`);
  const { experiment, ignored } = parseExperiment(words, catalogue);
  expect(ignored).toEqual([]);
  const lockstep = await Lockstep.open(experiment, catalogue);
  const { columns } = lockstep;
  const rows: number[][] = [];
  const states = [];
  for (let step = 0; step < steps; step++) {
    lockstep.takeStep();
    const { rows: fresh } = await lockstep.drain();
    rows.push([...(fresh[0]?.values ?? [])]);
    states.push(await lockstep.save());
  }
  lockstep.close();
  const losses = columns.steps.flatMap(({ kind, lane }, i) =>
    kind === "loss" ? [[lane, rows.map((row) => row[i] ?? Number.NaN)] as const] : [],
  );
  return { rows, columns: columns.steps, states, losses: new Map(losses) };
}

async function workloadOf(query: string) {
  const { experiment } = parseExperiment(new URLSearchParams(query), catalogue);
  const [task] = experiment.tasks;
  if (!task) throw new Error("an experiment has a task");
  const definition = entry(catalogue.workloads, task.workload.id);
  return definition.open(task.workload.params, new Random(1));
}

test("until its first step an intervention changes nothing, to the bit", async () => {
  const plain = await trained("", 3);
  const later = await trained("outlier@4x10,freeze@4,evaluate@4,shrink@4:16,topic@4", 3);
  expect(later.rows).toEqual(plain.rows);
  expect(later.states).toEqual(plain.states);
});

test("an outlier is one step: ψ² of its input is k² times as large, and what follows differs", async () => {
  const plain = await trained("", 3, "none");
  const outlier = await trained("outlier@2x10", 3, "none");
  expect(outlier.rows[0]).toEqual(plain.rows[0]);
  const first = plain.columns.findIndex(
    (column) =>
      column.kind === "statistic" &&
      column.of === "input" &&
      column.metric === "distance" &&
      column.statistic === "quadratic-mean",
  );
  const [before = 0, after = 0] = [plain, outlier].map(({ rows }) => rows[1]?.[first] ?? 0);
  expect(after).toBeGreaterThan(20 * before);
  expect(outlier.losses.get("none")?.[2]).not.toBe(plain.losses.get("none")?.[2]);
});

test("while statistics are frozen the weights move and no memory does, the observer’s neither", async () => {
  const { states } = await trained("freeze@2-3", 4, "batch-norm,power-norm");
  for (const lane of [0, 1]) {
    const parts = states.map((state) => partsOf(state, lane));
    const memories = Object.keys(parts[0] ?? {}).filter((name) => name.includes(" / "));
    expect(memories.length).toBeGreaterThan(0);
    for (const name of memories) {
      const [before, frozen, still, after] = parts.map((part) => part[name]);
      expect(frozen).toEqual(before);
      expect(still).toEqual(before);
      expect(after).not.toEqual(before);
    }
    expect(parts[1]?.["parameters"]).not.toEqual(parts[0]?.["parameters"]);
    const [before, frozen, still, after] = states.map((state) => state.lanes[lane]?.running);
    expect(frozen).toEqual(before);
    expect(still).toEqual(before);
    expect(after).not.toEqual(before);
  }
});

test("in evaluation mode memory stays, the observer goes on, and a method without a memory notices nothing", async () => {
  const plain = await trained("", 3, "batch-norm,power-norm,layer-norm");
  const { states, losses, rows, columns } = await trained(
    "evaluate@2-3",
    3,
    "batch-norm,power-norm,layer-norm",
  );
  for (const lane of [0, 1]) {
    const parts = states.map((state) => partsOf(state, lane));
    for (const name of Object.keys(parts[0] ?? {}).filter((part) => part.includes(" / ")))
      expect(parts[2]?.[name]).toEqual(parts[0]?.[name]);
    expect(states[2]?.lanes[lane]?.running).not.toEqual(states[0]?.lanes[lane]?.running);
  }
  expect(losses.get("batch-norm")?.[1]).not.toBe(plain.losses.get("batch-norm")?.[1]);
  expect(losses.get("layer-norm")).toEqual(plain.losses.get("layer-norm"));
  // What only PN has to show in training is no number here.
  const own = columns.flatMap(({ kind, lane }, i) =>
    kind === "method" && lane === "power-norm" ? [i] : [],
  );
  expect(own.length).toBeGreaterThan(0);
  expect(own.every((i) => Number.isFinite(rows[0]?.[i]))).toBe(true);
  expect(own.every((i) => Number.isNaN(rows[1]?.[i]))).toBe(true);
});

describe("a batch that is shrunk", () => {
  test("has as many rows of text as the room is for, and padding instead of the rest", async () => {
    const workload = await workloadOf(QUERY);
    const whole = batchAt(workload, 1, ORDINARY);
    const small = batchAt(workload, 1, { theme: null, room: 16 });
    if (whole.kind !== "translation" || small.kind !== "translation") throw new Error("no pairs");
    const [rows = 0, length = 0] = whole.source.shape;
    expect(small.source.shape).toEqual(whole.source.shape);
    const kept = Math.floor(16 / length);
    expect(kept).toBeLessThan(rows);
    expect(small.source.values.subarray(0, kept * length)).toEqual(
      whole.source.values.subarray(0, kept * length),
    );
    expect(small.sourceMask.values.subarray(kept * length).some((real) => real !== 0)).toBe(false);
    expect(small.items).toBe([...small.sourceMask.values].filter((real) => real === 1).length);
    expect(small.items).toBeLessThanOrEqual(16);
  });

  test("has fewer pictures, and its own where there were no more", async () => {
    const whole = batchAt(await workloadOf(SMALL_MODELS.ResNet), 1, ORDINARY);
    const two = shrunk(whole, 2);
    if (two.kind !== "images") throw new Error("no pictures");
    expect([two.pixels.shape[0], two.labels.shape, two.items]).toEqual([2, [2], 2]);
    expect(shrunk(whole, 100)).toEqual(whole);
  });
});

test("keeping to one topic is one class of picture, another for another beginning, and the same whenever it is asked for", async () => {
  const workload = await workloadOf(SMALL_MODELS.ResNet);
  const classOf = (step: number, theme: number): number[] => {
    const batch = batchAt(workload, step, { theme, room: null });
    return batch.kind === "images" ? [...new Set(batch.labels.values)] : [];
  };
  const [first] = classOf(5, 5);
  expect(classOf(9, 5)).toEqual([first]);
  const others = [6, 7, 8, 9, 10].flatMap((theme) => classOf(theme + 3, theme));
  expect(new Set([first, ...others]).size).toBeGreaterThan(1);
  expect(batchAt(workload, 7, { theme: 5, room: null })).toEqual(
    batchAt(await workloadOf(SMALL_MODELS.ResNet), 7, { theme: 5, room: null }),
  );
});

test("topics of text keep to training’s own shapes", async () => {
  for (const query of [QUERY, SMALL_MODELS["language model"]]) {
    const workload = await workloadOf(query);
    const shapes = (count: number, theme: number | null): Set<string> =>
      new Set(
        Array.from({ length: count }, (_, i) => {
          const batch = batchAt(workload, i + 1, { theme, room: null });
          return batch.kind === "images" ? "" : batch.labels.shape.join("×");
        }),
      );
    const usual = shapes(300, null);
    for (const shape of shapes(30, 1)) expect(usual).toContain(shape);
  }
});
