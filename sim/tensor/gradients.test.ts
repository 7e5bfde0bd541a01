import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Random } from "../contract/random.ts";
import { Constants } from "./constants.ts";
import { createOps } from "./create-ops.ts";
import { openDevice, prepareDevices } from "./device.ts";
import { dispose, download, liveTensors, scope, upload } from "./engine.ts";
import type { Ops, Tensor } from "./ops.ts";
import { Tape } from "./tape.ts";

/** An operation under test: its inputs' shapes, and the output whose weighted sum is differentiated. */
interface Case {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  readonly run: (tf: Ops, inputs: readonly Tensor[]) => Tensor;
  /** Inputs are made positive, for roots and logarithms. */
  readonly positive?: boolean;
}

const at = (inputs: readonly Tensor[], i: number): Tensor => inputs[i] as Tensor;
const mask = (tf: Ops) => tf.constant("test mask", [2, 3, 1], () => [1, 1, 0, 1, 0, 0]);
const ids = (): Tensor => upload({ values: Int32Array.from([0, 2, 2, 1]), shape: [2, 2] });

const cases: readonly Case[] = [
  { name: "add, broadcast", shapes: [[2, 3], [3]], run: (tf, x) => tf.add(at(x, 0), at(x, 1)) },
  {
    name: "sub, broadcast",
    shapes: [
      [2, 1],
      [2, 3],
    ],
    run: (tf, x) => tf.sub(at(x, 0), at(x, 1)),
  },
  {
    name: "mul, broadcast",
    shapes: [
      [2, 2, 3],
      [2, 1, 3],
    ],
    run: (tf, x) => tf.mul(at(x, 0), at(x, 1)),
  },
  {
    name: "div, broadcast",
    shapes: [
      [2, 3],
      [1, 3],
    ],
    positive: true,
    run: (tf, x) => tf.div(at(x, 0), at(x, 1)),
  },
  { name: "a number less a tensor", shapes: [[2, 3]], run: (tf, x) => tf.sub(2, at(x, 0)) },
  { name: "square", shapes: [[5]], run: (tf, x) => tf.square(at(x, 0)) },
  { name: "sqrt", shapes: [[5]], positive: true, run: (tf, x) => tf.sqrt(at(x, 0)) },
  { name: "exp", shapes: [[5]], run: (tf, x) => tf.exp(at(x, 0)) },
  { name: "log", shapes: [[5]], positive: true, run: (tf, x) => tf.log(at(x, 0)) },
  { name: "abs", shapes: [[5]], positive: true, run: (tf, x) => tf.abs(tf.mul(at(x, 0), -1)) },
  { name: "tanh", shapes: [[5]], run: (tf, x) => tf.tanh(at(x, 0)) },
  { name: "sigmoid", shapes: [[5]], run: (tf, x) => tf.sigmoid(at(x, 0)) },
  { name: "relu", shapes: [[5]], positive: true, run: (tf, x) => tf.relu(at(x, 0)) },
  { name: "softmax", shapes: [[2, 4]], run: (tf, x) => tf.softmax(at(x, 0)) },
  { name: "clip", shapes: [[5]], positive: true, run: (tf, x) => tf.clip(at(x, 0), 0, 9) },
  { name: "sum", shapes: [[2, 3, 2]], run: (tf, x) => tf.sum(at(x, 0), [0, 2]) },
  { name: "mean, kept", shapes: [[2, 3, 2]], run: (tf, x) => tf.mean(at(x, 0), [1], true) },
  { name: "transpose", shapes: [[2, 3, 2]], run: (tf, x) => tf.transpose(at(x, 0), [2, 0, 1]) },
  {
    name: "concat",
    shapes: [
      [2, 3],
      [2, 1],
    ],
    run: (tf, x) => tf.concat([at(x, 0), at(x, 1)], 1),
  },
  { name: "slice", shapes: [[3, 4]], run: (tf, x) => tf.slice(at(x, 0), [1, 1], [2, 2]) },
  {
    name: "matMul",
    shapes: [
      [2, 3],
      [3, 4],
    ],
    run: (tf, x) => tf.matMul(at(x, 0), at(x, 1)),
  },
  {
    name: "linear",
    shapes: [
      [2, 2, 3],
      [3, 4],
    ],
    run: (tf, x) => tf.linear(at(x, 0), at(x, 1)),
  },
  {
    name: "convolution",
    shapes: [
      [2, 4, 4, 2],
      [3, 3, 2, 3],
    ],
    run: (tf, x) => tf.convolution(at(x, 0), at(x, 1), 1, "same"),
  },
  {
    name: "convolution, stride 2",
    shapes: [
      [1, 4, 6, 2],
      [3, 3, 2, 2],
    ],
    run: (tf, x) => tf.convolution(at(x, 0), at(x, 1), 2, "same"),
  },
  {
    name: "convolution 1×1, stride 2",
    shapes: [
      [1, 4, 4, 2],
      [1, 1, 2, 3],
    ],
    run: (tf, x) => tf.convolution(at(x, 0), at(x, 1), 2, "same"),
  },
  {
    name: "convolution, valid",
    shapes: [
      [1, 4, 4, 2],
      [2, 2, 2, 2],
    ],
    run: (tf, x) => tf.convolution(at(x, 0), at(x, 1), 1, "valid"),
  },
  { name: "embedding", shapes: [[3, 2]], run: (tf, x) => tf.embedding(at(x, 0), ids()) },
  {
    name: "attention with padding",
    shapes: [
      [2, 3, 4],
      [2, 3, 4],
      [2, 3, 4],
    ],
    run: (tf, x) =>
      tf.attention({
        queries: at(x, 0),
        keys: at(x, 1),
        values: at(x, 2),
        heads: 2,
        keyMask: tf.reshape(mask(tf), [2, 3]),
        causal: false,
      }),
  },
  {
    name: "attention, causal",
    shapes: [
      [2, 3, 4],
      [2, 3, 4],
      [2, 3, 4],
    ],
    run: (tf, x) =>
      tf.attention({
        queries: at(x, 0),
        keys: at(x, 1),
        values: at(x, 2),
        heads: 1,
        keyMask: null,
        causal: true,
      }),
  },
  {
    name: "channelMoments",
    shapes: [[2, 3, 2]],
    run: (tf, x) => tf.channelMoments(at(x, 0), null).packed,
  },
  {
    name: "channelMoments, masked",
    shapes: [[2, 3, 2]],
    run: (tf, x) => tf.channelMoments(at(x, 0), mask(tf)).packed,
  },
  {
    name: "the variance of channelMoments",
    shapes: [[4, 2]],
    run: (tf, x) => tf.channelMoments(at(x, 0), null).variance,
  },
  {
    name: "standardiseTokens, centred",
    shapes: [[3, 4]],
    run: (tf, x) => tf.standardiseTokens(at(x, 0), { groups: 1, centre: true, epsilon: 1e-5 }),
  },
  {
    name: "standardiseTokens in groups",
    shapes: [[3, 4]],
    run: (tf, x) => tf.standardiseTokens(at(x, 0), { groups: 2, centre: false, epsilon: 1e-5 }),
  },
  {
    name: "scaleAndShift",
    shapes: [[2, 2, 3], [3], [3], [3]],
    run: (tf, x) =>
      tf.scaleAndShift(at(x, 0), { centre: at(x, 1), scale: at(x, 2), shift: at(x, 3) }),
  },
  {
    name: "crossEntropy with smoothing and padding",
    shapes: [[4, 3]],
    run: (tf, x) => {
      const labels = tf.reshape(ids(), [4]);
      const rowMask = tf.constant("test rows", [4], () => [1, 1, 0, 1]);
      return tf.crossEntropy({ logits: at(x, 0), labels, rowMask, smoothing: 0.1 }).objective;
    },
  },
];

const STEP = 2e-2;

describe.each(["cpu", "wasm"] as const)("on %s", (device) => {
  const constants = new Constants();
  beforeAll(async () => {
    prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
    await openDevice(device);
    constants.dispose();
  });

  test.each(cases)("the gradient of $name agrees with finite differences", async (one) => {
    const random = new Random(one.name);
    const inputs = one.shapes.map((shape) =>
      Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () =>
        one.positive ? 0.5 + random.uniform() : random.normal(),
      ),
    );
    const analytic = await gradients(constants, one, inputs);
    for (const [which, values] of inputs.entries())
      for (const index of values.keys()) {
        const moved = async (by: number): Promise<number> => {
          const copies = inputs.map((input) => input.slice());
          (copies[which] as Float32Array)[index] = (values[index] ?? 0) + by;
          return weightedSum(constants, one, copies);
        };
        const numeric = ((await moved(STEP)) - (await moved(-STEP))) / (2 * STEP);
        const got = analytic[which]?.[index] ?? Number.NaN;
        expect(
          Math.abs(got - numeric),
          `input ${which}, entry ${index}: ${got} against ${numeric}`,
        ).toBeLessThan(0.02 * Math.max(1, Math.abs(numeric)));
      }
  });

  test("leaves no tensor behind", async () => {
    const [one] = cases.slice(-2);
    if (!one) throw new Error("there is no case");
    const inputs = one.shapes.map((shape) =>
      new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(1),
    );
    await gradients(constants, one, inputs);
    const before = liveTensors();
    await gradients(constants, one, inputs);
    expect(liveTensors()).toBe(before);
  });
});

/** Fixed, uneven weights, so that no gradient cancels by symmetry. */
function weighted(tf: Ops, output: Tensor): Tensor {
  const size = output.shape.reduce((a, b) => a * b, 1);
  const weights = tf.constant("test weights", output.shape, () =>
    Float32Array.from({ length: size }, (_, i) => Math.cos(1 + 2.3 * i)),
  );
  return tf.sum(
    tf.mul(output, weights),
    output.shape.map((_, axis) => axis),
  );
}

function uploaded(one: Case, inputs: readonly Float32Array[]): Tensor[] {
  return inputs.map((values, i) => upload({ values, shape: one.shapes[i] ?? [] }));
}

async function weightedSum(
  constants: Constants,
  one: Case,
  inputs: readonly Float32Array[],
): Promise<number> {
  const sum = scope(() => {
    const tf = createOps(constants, null);
    return weighted(tf, one.run(tf, uploaded(one, inputs)));
  });
  const [value = Number.NaN] = await download(sum);
  dispose([sum]);
  return value;
}

async function gradients(
  constants: Constants,
  one: Case,
  inputs: readonly Float32Array[],
): Promise<Float32Array[]> {
  const tensors = scope(() => {
    const tape = new Tape();
    const tf = createOps(constants, tape);
    const watched = uploaded(one, inputs);
    for (const x of watched) tape.watch(x);
    const loss = weighted(tf, one.run(tf, watched));
    return tape
      .gradients(loss, watched)
      .map((gradient, i) => gradient ?? tf.fill(one.shapes[i] ?? [], 0));
  });
  const values: Float32Array[] = [];
  for (const tensor of tensors) values.push(await download(tensor));
  dispose(tensors);
  return values;
}
