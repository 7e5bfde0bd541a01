import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import { runNet } from "../golden/run-net.ts";
import { runSite } from "../golden/run-site.ts";
import { encode } from "../models/encoder.ts";
import { basicBlock } from "../models/res-net.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { drawingStore } from "../train/drawing-store.ts";
import { LaneNet } from "../train/lane-net.ts";
import batchRenorm from "./batch-renorm.ts";
import fixup from "./fixup.ts";
import weightNorm from "./weight-norm.ts";

const clock = { step: 1, steps: 10, warmUp: 0, alpha: 0.9 };

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

function normals(name: string, count: number): Float32Array {
  const random = new Random(name);
  return Float32Array.from({ length: count }, () => random.normal());
}

/** The first pass through part of a network under Fixup: weights as they are drawn. */
async function firstPass(
  layout: "image" | "sequence",
  shape: readonly number[],
  build: (tf: Ops, net: LaneNet, x: Tensor) => Tensor,
): Promise<{ x: Float32Array; y: Float32Array }> {
  const constants = new Constants();
  const x = normals(
    "input",
    shape.reduce((product, n) => product * n, 1),
  );
  const y = scope(() => {
    const tf = createOps(constants, null);
    const drawing = { slots: [], drawn: [], specs: {}, memory: {} };
    const store = drawingStore(tf, new Random(1), drawing);
    const params = {};
    const net = new LaneNet({
      tf,
      store,
      normaliser: fixup,
      params,
      mode: "train",
      clock,
      layout,
      heads: 2,
    });
    return build(tf, net, upload({ values: x, shape }));
  });
  const values = await download(y);
  dispose([y]);
  constants.dispose();
  return { x, y: values };
}

describe("Fixup at step 0", () => {
  test("makes every block of a ResNet a ReLU", async () => {
    const { x, y } = await firstPass("image", [2, 4, 4, 3], (_, net, input) =>
      basicBlock(net, "block", input, { outputs: 3, stride: 1, branches: 9 }),
    );
    expect([...y]).toEqual([...x].map((value) => Math.max(0, value)));
  });

  test("makes an encoder nothing at all", async () => {
    const { x, y } = await firstPass("sequence", [2, 3, 4], (tf, net, input) =>
      encode(tf, net, input, tf.fill([2, 3, 1], 1), {
        name: "encoder",
        causal: false,
        layers: 2,
        width: 4,
        hidden: 8,
        heads: 2,
        placement: "pre-norm",
      }),
    );
    expect([...y]).toEqual([...x]);
  });
});

test("weight normalisation's gradient stands upright on v, so that ‖v‖ can only grow", async () => {
  const [inputs, outputs] = [4, 3];
  const v = normals("v", inputs * outputs);
  const { maps } = weightNorm;
  if (!maps) throw new Error("weight normalisation replaces maps");
  const { weightGradients } = await runNet({
    normaliser: weightNorm,
    params: {},
    layout: "sequence",
    mode: "train",
    clock,
    x: { values: normals("x", 6 * inputs), shape: [2, 3, inputs] },
    gy: { values: normals("gy", 6 * outputs), shape: [2, 3, outputs] },
    weights: {
      v: { values: v, shape: [inputs, outputs] },
      g: { values: [1, 2, 0.5], shape: [outputs] },
      b: { values: [0, 1, -1], shape: [outputs] },
    },
    memory: {},
    build: (tf, _, x, weights) =>
      maps.map(tf, x, {
        weights,
        mask: null,
        mode: "train",
        clock,
        fanIn: inputs,
        branch: null,
        apply: (from, weight) => tf.linear(from, weight),
      }),
  });
  const gradient = weightGradients["v"] ?? new Float32Array();
  for (let output = 0; output < outputs; output++) {
    let product = 0;
    let size = 0;
    for (let input = 0; input < inputs; input++) {
      const i = input * outputs + output;
      product += (v[i] ?? 0) * (gradient[i] ?? 0);
      size += Math.abs((v[i] ?? 0) * (gradient[i] ?? 0));
    }
    expect(Math.abs(product)).toBeLessThan(1e-5 * Math.max(1, size));
  }
});

test("weight normalisation starts every map with mean 0 and deviation 1 on its first batch", async () => {
  const constants = new Constants();
  const packed = scope(() => {
    const tf = createOps(constants, null);
    const drawing = { slots: [], drawn: [], specs: {}, memory: {} };
    const store = drawingStore(tf, new Random(1), drawing);
    const net = new LaneNet({
      tf,
      store,
      normaliser: weightNorm,
      params: {},
      mode: "train",
      clock,
      layout: "sequence",
      heads: 1,
    });
    const x = upload({ values: normals("x", 40 * 4), shape: [8, 5, 4] });
    const y = net.linear("map", x, {
      part: "feed-forward",
      outputs: 3,
      init: { kind: "constant", value: 0 },
      bias: true,
      mask: null,
    });
    return tf.channelMoments(y, null).packed;
  });
  const moments = await download(packed);
  dispose([packed]);
  constants.dispose();
  for (const mean of moments.subarray(0, 3)) expect(mean).toBeCloseTo(0, 5);
  for (const variance of moments.subarray(3, 6)) expect(variance).toBeCloseTo(1, 4);
});

test("batch renormalisation trains on what it will infer, while nothing clips", async () => {
  const x = { values: normals("x", 24).map((value) => 0.6 * value + 0.2), shape: [2, 3, 4] };
  const run = {
    normaliser: batchRenorm,
    params: { ...initialValues(batchRenorm.params), opening: false },
    layout: "sequence" as const,
    heads: 1,
    clock,
    x,
    gy: x,
    mask: null,
    weights: { gain: [1, 2, 0.5, 1], bias: [0, 1, 0, -1] },
    memory: { mean: [0.1, 0, 0.2, 0], deviation: [0.5, 0.7, 0.6, 0.5] },
  };
  const trained = await runSite({ ...run, mode: "train" });
  const inferred = await runSite({ ...run, mode: "evaluate" });
  trained.y.forEach((value, i) => expect(value).toBeCloseTo(inferred.y[i] ?? Number.NaN, 4));
});
