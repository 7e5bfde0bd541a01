import type { MapFunction, Node, Operation, Reduction } from "./graph.ts";
import { sizeOf } from "./graph.ts";
import { deconvolved } from "./interpret-windows.fixture.ts";

/** Numbers of one node, row-major. */
export type Values = Float32Array;

/** What is known before anything is computed: of a stored node, an input or a live number; null where it is to be computed. */
export type Known = (node: Node) => Values | null;

/**
 * What a graph means, in plain JavaScript: each operation spelt out on its own, sums in double precision, results rounded to
 * float32. Slow and obvious, so that the programs and the recorder can be held against it.
 */
export function interpret(wanted: Node, known: Known): Values {
  const done = new Map<Node, Values>();
  const visit = (node: Node): Values => {
    const found = done.get(node) ?? known(node);
    const values = found ?? compute(node, node.inputs.map(visit));
    done.set(node, values);
    return values;
  };
  return visit(wanted);
}

function compute(node: Node, inputs: readonly Values[]): Values {
  const { op, shape } = node;
  const [x = new Float32Array(0), y = new Float32Array(0)] = inputs;
  const from = node.inputs[0]?.shape ?? [];
  switch (op.kind) {
    case "input":
      throw new Error(`nothing is known of the input ${JSON.stringify(op.source)}`);
    case "number":
      return new Float32Array(sizeOf(shape)).fill(op.value);
    case "position":
      return Float32Array.from({ length: shape.at(-1) ?? 1 }, (_, i) => i);
    case "map":
      return mapped(node, op.apply, inputs);
    case "reduce":
      return reduced(x, from, op);
    case "argmax":
      return largest(x, from.at(-1) ?? 1);
    case "product":
      return product(node, x, y, (row) => row);
    case "plane":
      return product(node, x, y, (row) => 4 * row + op.row);
    case "deconvolution":
      return deconvolved(node, op, x, y);
    case "gather":
      return gathered(x, y, shape.at(-1) ?? 1);
    case "concat":
      return joined(node, op.axis, inputs);
    default:
      return viewed(op, x, from, shape);
  }
}

/** Calls `visit` for each place of a shape, in row-major order; the place is reused. */
function eachPlace(
  shape: readonly number[],
  visit: (place: readonly number[], index: number) => void,
): void {
  const place = shape.map(() => 0);
  const size = sizeOf(shape);
  for (let index = 0; index < size; index++) {
    visit(place, index);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      place[axis] = (place[axis] ?? 0) + 1;
      if ((place[axis] ?? 0) < (shape[axis] ?? 1)) break;
      place[axis] = 0;
    }
  }
}

function stridesOf(shape: readonly number[]): readonly number[] {
  return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}

function indexAt(place: readonly number[], strides: readonly number[]): number {
  let index = 0;
  for (let axis = 0; axis < strides.length; axis++)
    index += (place[axis] ?? 0) * (strides[axis] ?? 0);
  return index;
}

function mapped(node: Node, apply: MapFunction, inputs: readonly Values[]): Values {
  const { shape } = node;
  const strides = node.inputs.map((input) => {
    const own = stridesOf(input.shape).map((stride, i) => (input.shape[i] === 1 ? 0 : stride));
    return [...Array<number>(shape.length - own.length).fill(0), ...own];
  });
  const out = new Float32Array(sizeOf(shape));
  const f = FUNCTIONS[apply];
  const [a = out, b = out] = inputs;
  const [left = [], right = []] = strides;
  eachPlace(shape, (place, i) => {
    out[i] = f(a[indexAt(place, left)] ?? 0, b[indexAt(place, right)] ?? 0);
  });
  return out;
}

const FUNCTIONS: Readonly<Record<MapFunction, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  maximum: Math.max,
  minimum: Math.min,
  greater: (a, b) => Number(a > b),
  less: (a, b) => Number(a < b),
  equal: (a, b) => Number(a === b),
  and: (a, b) => a * b,
  neg: (a) => -a,
  square: (a) => a * a,
  sqrt: Math.sqrt,
  rsqrt: (a) => 1 / Math.sqrt(a),
  exp: Math.exp,
  log: Math.log,
  abs: Math.abs,
  sign: Math.sign,
  step: (a) => Number(a > 0),
  tanh: Math.tanh,
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  relu: (a) => Math.max(a, 0),
  truncate: Math.trunc,
};

function reduced(
  x: Values,
  from: readonly number[],
  { how, axes }: Extract<Operation, { kind: "reduce" }>,
): Values {
  const kept = from.map((n, axis) => (axes.includes(axis) ? 1 : n));
  const strides = stridesOf(kept).map((stride, axis) => (axes.includes(axis) ? 0 : stride));
  const sums = new Float64Array(sizeOf(kept)).fill(STARTS[how]);
  eachPlace(from, (place, i) => {
    const at = indexAt(place, strides);
    const [sofar, value] = [sums[at] ?? 0, x[i] ?? 0];
    sums[at] =
      how === "sum"
        ? sofar + value
        : how === "max"
          ? Math.max(sofar, value)
          : Math.min(sofar, value);
  });
  return Float32Array.from(sums);
}

const STARTS: Readonly<Record<Reduction, number>> = { sum: 0, max: -Infinity, min: Infinity };

function largest(x: Values, width: number): Values {
  return Float32Array.from({ length: x.length / width }, (_, row) => {
    const values = x.subarray(row * width, (row + 1) * width);
    return values.indexOf(Math.max(...values));
  });
}

/** Out of [batch, rows of the left side that `rowOf` names, …, columns]; a row past the end gives zeros. */
function product(node: Node, a: Values, b: Values, rowOf: (row: number) => number): Values {
  const { shape } = node;
  const [left, right] = node.inputs.map(({ shape: side }) => side);
  const [batchA = 1, rows = 1, inner = 1] = left ?? [];
  const [batchB = 1, , columns = 1] = right ?? [];
  const [batches = 1, count = 1] = shape;
  const out = new Float32Array(sizeOf(shape));
  for (let n = 0; n < batches; n++)
    for (let r = 0; r < count; r++) {
      const row = rowOf(r);
      if (row >= rows) continue;
      const startA = ((batchA === 1 ? 0 : n) * rows + row) * inner;
      const startB = (batchB === 1 ? 0 : n) * inner * columns;
      for (let c = 0; c < columns; c++) {
        let sum = 0;
        for (let k = 0; k < inner; k++)
          sum += (a[startA + k] ?? 0) * (b[startB + k * columns + c] ?? 0);
        out[(n * count + r) * columns + c] = sum;
      }
    }
  return out;
}

function gathered(table: Values, ids: Values, channels: number): Values {
  const out = new Float32Array(ids.length * channels);
  ids.forEach((id, i) => out.set(table.subarray(id * channels, (id + 1) * channels), i * channels));
  return out;
}

function joined(node: Node, axis: number, parts: readonly Values[]): Values {
  const out = new Float32Array(sizeOf(node.shape));
  const strides = stridesOf(node.shape);
  let start = 0;
  node.inputs.forEach((input, which) => {
    eachPlace(input.shape, (place, i) => {
      out[indexAt(place, strides) + start * (strides[axis] ?? 1)] = parts[which]?.[i] ?? 0;
    });
    start += input.shape[axis] ?? 0;
  });
  return out;
}

function viewed(
  op: Operation,
  x: Values,
  from: readonly number[],
  shape: readonly number[],
): Values {
  if (op.kind === "reshape") return x;
  const strides = stridesOf(from);
  const out = new Float32Array(sizeOf(shape));
  eachPlace(shape, (place, i) => {
    const inner = sourceOf(op, place, from, shape);
    if (inner.every((c, axis) => c >= 0 && c < (from[axis] ?? 1)))
      out[i] = x[indexAt(inner, strides)] ?? 0;
  });
  return out;
}

function sourceOf(
  op: Operation,
  place: readonly number[],
  from: readonly number[],
  shape: readonly number[],
): readonly number[] {
  switch (op.kind) {
    case "transpose":
      return from.map((_, axis) => place[op.order.indexOf(axis)] ?? 0);
    case "slice":
      return place.map((c, axis) => c + (op.begin[axis] ?? 0));
    case "reverse":
      return place.map((c, axis) => (op.axes.includes(axis) ? (shape[axis] ?? 1) - 1 - c : c));
    case "pad":
      return place.map((c, axis) => c - (op.before[axis] ?? 0));
    case "tile":
      return place.map((c, axis) => c % (from[axis] ?? 1));
    case "patches": {
      const [n = 0, row = 0, column = 0, ky = 0, kx = 0, channel = 0] = place;
      const { stride, dilation, top, left } = op;
      const y = row * stride + ky * dilation - top;
      return [n, y, column * stride + kx * dilation - left, channel];
    }
    default:
      throw new Error(`a "${op.kind}" is no view`);
  }
}
