import type { Ops, Tensor } from "../tensor/ops.ts";
import { at, awayFromZero, normal, positive } from "./twin-case.ts";
import type { TwinCase } from "./twin-case.ts";

/** Every length of the last axis that fills texels unevenly, one row and more rows than a row of texels holds. */
const SHAPES: readonly (readonly number[])[] = [
  [1, 1],
  [1, 33],
  [300, 1],
  [2, 3, 2],
  [2, 3, 3],
  [300, 5],
  [2, 3, 7],
  [5, 31],
  [300, 33],
];

/** `x` is made this much larger where a function levels off: there its gradient cancels. */
const STEEP = 8;

type One = (tf: Ops, x: Tensor) => Tensor;

const ofAny: Readonly<Record<string, One>> = {
  square: (tf, x) => tf.square(x),
  exp: (tf, x) => tf.exp(x),
  tanh: (tf, x) => tf.tanh(tf.mul(x, STEEP)),
  sigmoid: (tf, x) => tf.sigmoid(tf.mul(x, STEEP)),
  softmax: (tf, x) => tf.softmax(tf.mul(x, 3)),
  "softmax of huge numbers": (tf, x) => tf.softmax(tf.mul(x, 1e4)),
  "a number less x": (tf, x) => tf.sub(2, x),
};

const awayFromJumps: Readonly<Record<string, One>> = {
  abs: (tf, x) => tf.abs(x),
  relu: (tf, x) => tf.relu(x),
  clip: (tf, x) => tf.clip(x, -0.05, 0.05),
};

const ofPositive: Readonly<Record<string, One>> = {
  sqrt: (tf, x) => tf.sqrt(x),
  log: (tf, x) => tf.log(x),
};

const notDifferentiable: Readonly<Record<string, One>> = {
  max: (tf, x) => tf.max(x, [x.shape.length - 1]),
  min: (tf, x) => tf.min(x, [0], true),
  argMax: (tf, x) => tf.argMax(x),
  greater: (tf, x) => tf.greater(x, 0.5),
  stopGradient: (tf, x) => tf.stopGradient(x),
};

const reductions: Readonly<Record<string, One>> = {
  "sum over the last axis": (tf, x) => tf.sum(x, [x.shape.length - 1]),
  "sum over the first axis": (tf, x) => tf.sum(x, [0], true),
  "sum over all": (tf, x) => tf.sum(x, [...x.shape.keys()]),
  "mean over the last axis": (tf, x) => tf.mean(x, [x.shape.length - 1], true),
  "mean over the first axis": (tf, x) => tf.mean(x, [0]),
};

const binary: Readonly<Record<string, (tf: Ops, a: Tensor, b: Tensor) => Tensor>> = {
  add: (tf, a, b) => tf.add(a, b),
  sub: (tf, a, b) => tf.sub(a, b),
  mul: (tf, a, b) => tf.mul(a, b),
  div: (tf, a, b) => tf.div(a, b),
};

function unary(
  functions: Readonly<Record<string, One>>,
  input: typeof normal,
  forwardOnly = false,
): TwinCase[] {
  return Object.entries(functions).flatMap(([name, apply]) =>
    SHAPES.map((shape) => ({
      name: `${name} of [${shape.join(", ")}]`,
      inputs: [input(...shape)],
      run: (tf, inputs) => [apply(tf, at(inputs, 0))],
      forwardOnly,
      ...(name === "tanh" || name === "sigmoid" ? { scale: STEEP } : {}),
    })),
  );
}

function broadcast(shape: readonly number[]): readonly (readonly number[])[] {
  const last = shape.at(-1) ?? 1;
  return [shape, [last], [...shape.slice(0, -1), 1], []];
}

/** Element-wise operations, reductions and softmax. */
export const elementCases: readonly TwinCase[] = [
  ...unary(ofAny, normal),
  ...unary(awayFromJumps, awayFromZero),
  ...unary(ofPositive, positive),
  ...unary(notDifferentiable, normal, true),
  ...unary(reductions, normal),
  ...Object.entries(binary).flatMap(([name, apply], which) =>
    SHAPES.map((shape, i): TwinCase => {
      // Each way to broadcast meets each operation, on one shape or another.
      const other = broadcast(shape)[(which + i) % 4] ?? [];
      return {
        name: `${name} of [${shape.join(", ")}] and [${other.join(", ")}]`,
        inputs: [normal(...shape), positive(...other)],
        run: (tf, inputs) => [apply(tf, at(inputs, 0), at(inputs, 1))],
      };
    }),
  ),
];
