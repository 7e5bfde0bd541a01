import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import { runNet } from "../golden/run-net.ts";
import type { NetRun } from "../golden/run-net.ts";
import type { Block } from "../golden/run-site.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { dispose, download, liveTensors, scope, upload } from "../tensor/engine.ts";
import { drawingStore } from "../train/drawing-store.ts";
import type { Drawing } from "../train/drawing-store.ts";
import { LaneNet } from "../train/lane-net.ts";

/** Methods that do not stand at a site: they replace maps or wrap branches, or do nothing at all. */
const methods = catalogue.normalisers
  .filter((method) => !("normalise" in method))
  .map((method) => ({ id: method.id, method }));

const SHAPE = [3, 4, 4];
const SIZE = 48;
const clock = { step: 5, steps: 10, warmUp: 0, alpha: 0.9 };

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

/** A residual branch of two maps with an activation between, as in every model. */
const branch: NetRun["build"] = (_, net, x) => {
  const place = (position: number) => ({ branches: 2, maps: 2, position });
  const shared = {
    part: "feed-forward",
    init: { kind: "uniform", low: -0.8, high: 0.8 },
    bias: true,
    mask: null,
  } as const;
  return net.residual("branch", x, x, (z) => {
    const raised = net.linear("in", z, { ...shared, outputs: 6, branch: place(0) });
    const active = net.activate("hidden", raised, "branch");
    return net.linear("out", active, { ...shared, outputs: 4, branch: place(1) });
  });
};

function normals(name: string, scale = 1): number[] {
  const random = new Random(name);
  return Array.from({ length: SIZE }, () => scale * random.normal());
}

/** The weights as the first pass makes them, on ordinary input; what begins at nothing is moved a little. */
async function drawn(method: NormaliserDefinition): Promise<Record<string, Block>> {
  const constants = new Constants();
  const drawing: Drawing = { slots: [], drawn: [], specs: {}, memory: {} };
  const tensors = scope(() => {
    const tf = createOps(constants, null);
    const store = drawingStore(tf, new Random(1), drawing);
    const params = initialValues(method.params);
    const net = new LaneNet({
      tf,
      store,
      normaliser: method,
      params,
      mode: "train",
      clock,
      layout: "sequence",
      heads: 1,
    });
    branch(tf, net, upload({ values: Float32Array.from(normals("x")), shape: SHAPE }), {});
    return drawing.drawn;
  });
  const weights: Record<string, Block> = {};
  for (const [i, { name, shape }] of drawing.slots.entries()) {
    const tensor = tensors[i];
    if (!tensor) throw new Error(`the weight "${name}" was not drawn`);
    const values = Array.from(await download(tensor), (value, k) => value + 0.05 * Math.sin(k + 1));
    weights[name] = { values, shape };
  }
  dispose(tensors);
  constants.dispose();
  return weights;
}

async function run(method: NormaliserDefinition, x = normals("x")): Promise<NetRun> {
  return {
    normaliser: method,
    params: initialValues(method.params),
    layout: "sequence",
    mode: "train",
    clock,
    x: { values: x, shape: SHAPE },
    gy: { values: normals("gy"), shape: SHAPE },
    weights: await drawn(method),
    memory: {},
    build: branch,
  };
}

describe.each(methods)("$id around a branch", ({ method }) => {
  test("keeps the shape, gives the same answer twice, and leaks nothing", async () => {
    const start = await run(method);
    const once = await runNet(start);
    const before = liveTensors();
    const twice = await runNet(start);
    expect(liveTensors()).toBe(before);
    expect(once.y.length).toBe(SIZE);
    expect(twice).toEqual(once);
  });

  test("stays finite on heavy tails and on constant input", async () => {
    for (const x of [
      normals("heavy", 1e4),
      Array<number>(SIZE).fill(3),
      Array<number>(SIZE).fill(0),
    ]) {
      const { y, gx, weightGradients } = await runNet(await run(method, x));
      const all = [...y, ...gx, ...Object.values(weightGradients).flatMap((values) => [...values])];
      expect(all.filter((value) => !Number.isFinite(value))).toEqual([]);
    }
  });

  test("has a gradient that agrees with finite differences", async () => {
    const start = await run(method);
    const { gx } = await runNet(start);
    const step = 5e-3;
    for (const index of [0, 13, SIZE - 1]) {
      const moved = async (by: number): Promise<number> => {
        const values = Array.from(start.x.values, (value, i) => (i === index ? value + by : value));
        const { y } = await runNet({ ...start, x: { values, shape: SHAPE } });
        return y.reduce((sum, value, i) => sum + value * (start.gy.values[i] ?? 0), 0);
      };
      const numeric = ((await moved(step)) - (await moved(-step))) / (2 * step);
      const off = Math.abs((gx[index] ?? Number.NaN) - numeric);
      expect(off).toBeLessThan(0.03 * Math.max(1, Math.abs(numeric)));
    }
  });
});

test("every method but the one that does nothing has a hook that a suite walks", () => {
  const hooks = ["normalise", "maps", "branches"];
  const idle = catalogue.normalisers.filter((method) => !hooks.some((hook) => hook in method));
  expect(idle.map(({ id }) => id)).toEqual(["none"]);
});
