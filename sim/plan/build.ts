import { isView, numberOf, sameShape, sizeOf } from "./graph.ts";
import type { Graph, MapFunction, Node, Reduction } from "./graph.ts";

/**
 * Makes nodes and simplifies them as they are made: a view of a view is one view, a slice of joined parts is the part, what is
 * multiplied by one is itself. The rules are those of arithmetic on real numbers that also hold for finite floats, but for
 * the product with zero.
 */
export class Build {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  number(value: number, shape: readonly number[]): Node {
    return this.#graph.number(value, shape);
  }

  map(apply: MapFunction, ...inputs: readonly Node[]): Node {
    const shape = broadcast(inputs.map((input) => input.shape));
    const known = this.#known(apply, inputs, shape);
    return known ?? this.#graph.node({ kind: "map", apply }, shape, inputs);
  }

  /** The reduced axes stay with length 1. */
  reduce(how: Reduction, x: Node, axes: readonly number[]): Node {
    const long = axes.filter((axis) => x.shape[axis] !== 1);
    if (long.length === 0) return x;
    const shape = x.shape.map((n, axis) => (long.includes(axis) ? 1 : n));
    const value = numberOf(x);
    if (value !== null)
      return this.number(how === "sum" ? (value * sizeOf(x.shape)) / sizeOf(shape) : value, shape);
    return this.#graph.node({ kind: "reduce", how, axes: long }, shape, [x]);
  }

  /** a [batch, rows, inner] × b [batch, inner, columns]; a batch of 1 serves for all. */
  product(a: Node, b: Node): Node {
    const [batchA = 1, rows = 1, inner = 1] = a.shape;
    const [batchB = 1, , columns = 1] = b.shape;
    // A single row times a matrix is a weighted sum of the matrix's rows.
    if (rows === 1) {
      const weights = this.transpose(a, [0, 2, 1]); // [batch, inner, 1]
      return this.reduce("sum", this.map("mul", weights, b), [1]);
    }
    if (inner === 1) return this.map("mul", a, b);
    const batch = Math.max(batchA, batchB);
    const parts = partsOf(rows * columns, inner);
    if (batch === 1 && parts > 1) return this.#split(a, b, parts);
    const worth = isTurned(a) ? rows >= 8 && inner >= 48 : batch === 1 && rows >= 32 && inner >= 32;
    if (worth) return this.#planes(a, b, batch);
    return this.#graph.node({ kind: "product" }, [batch, rows, columns], [a, b]);
  }

  /** A long sum for few results, in parts that are computed side by side and then added. */
  #split(a: Node, b: Node, parts: number): Node {
    const [, rows = 1, inner = 1] = a.shape;
    const part = inner / parts;
    const left = this.transpose(this.reshape(a, [rows, parts, part]), [1, 0, 2]);
    const right = this.reshape(b, [parts, part, b.shape[2] ?? 1]);
    return this.reduce("sum", this.product(left, right), [0]);
  }

  /** A product as four planes, and its rows found among them. */
  #planes(a: Node, b: Node, batch: number): Node {
    const [rows, columns] = [a.shape[1] ?? 1, b.shape[2] ?? 1];
    const quarter = Math.ceil(rows / 4);
    const planes = [0, 1, 2, 3].map((row) =>
      this.#graph.node(
        { kind: "plane", row, group: `${a.id}×${b.id}` },
        [batch, quarter, 1, columns],
        [a, b],
      ),
    );
    const joined = this.reshape(this.concat(planes, 2), [batch, 4 * quarter, columns]);
    return this.slice(joined, [0, 0, 0], [batch, rows, columns]);
  }

  reshape(x: Node, shape: readonly number[]): Node {
    if (sameShape(x.shape, shape)) return x;
    const value = numberOf(x);
    if (value !== null) return this.number(value, shape);
    const [inner] = x.inputs;
    if (x.op.kind === "reshape" && inner) return this.reshape(inner, shape);
    return this.#graph.node({ kind: "reshape" }, shape, [x]);
  }

  transpose(x: Node, order: readonly number[]): Node {
    const shape = order.map((axis) => x.shape[axis] ?? 1);
    const value = numberOf(x);
    if (value !== null) return this.number(value, shape);
    const long = order.filter((axis) => x.shape[axis] !== 1);
    // Only axes of length 1 change their place.
    if (long.every((axis, i) => i === 0 || axis > (long[i - 1] ?? 0)))
      return this.reshape(x, shape);
    const [inner] = x.inputs;
    if (x.op.kind === "transpose" && inner) {
      const { order: first } = x.op;
      return this.transpose(
        inner,
        order.map((axis) => first[axis] ?? 0),
      );
    }
    return this.#graph.node({ kind: "transpose", order }, shape, [x]);
  }

  slice(x: Node, begin: readonly number[], shape: readonly number[]): Node {
    if (sameShape(x.shape, shape)) return x;
    const value = numberOf(x);
    if (value !== null) return this.number(value, shape);
    return (
      this.#sliceInside(x, begin, shape) ?? this.#graph.node({ kind: "slice", begin }, shape, [x])
    );
  }

  pad(x: Node, before: readonly number[], shape: readonly number[]): Node {
    if (sameShape(x.shape, shape)) return x;
    if (numberOf(x) === 0) return this.number(0, shape);
    return this.#graph.node({ kind: "pad", before }, shape, [x]);
  }

  reverse(x: Node, axes: readonly number[]): Node {
    const long = axes.filter((axis) => x.shape[axis] !== 1);
    return long.length === 0 ? x : this.#graph.node({ kind: "reverse", axes: long }, x.shape, [x]);
  }

  tile(x: Node, shape: readonly number[]): Node {
    if (sameShape(x.shape, shape)) return x;
    const value = numberOf(x);
    return value === null
      ? this.#graph.node({ kind: "tile" }, shape, [x])
      : this.number(value, shape);
  }

  concat(parts: readonly Node[], axis: number): Node {
    const [first] = parts;
    if (!first) throw new Error("nothing to join");
    if (parts.length === 1) return first;
    // Joined along the first axis, parts that are themselves joined are simply longer lists.
    const flat = parts.flatMap((part) =>
      axis === 0 && part.shape.length === 1 ? this.#spread(part) : [part],
    );
    const shape = first.shape.map((n, i) =>
      i === axis ? parts.reduce((sum, part) => sum + (part.shape[i] ?? 0), 0) : n,
    );
    return this.#graph.node({ kind: "concat", axis }, shape, flat);
  }

  /** A vector that is a flattened join along the first axis, as the vectors it is made of. */
  #spread(part: Node): readonly Node[] {
    const source = part.op.kind === "reshape" ? part.inputs[0] : part;
    if (source?.op.kind !== "concat" || source.op.axis !== 0) return [part];
    return source.inputs.flatMap((inner) =>
      this.#spread(this.reshape(inner, [sizeOf(inner.shape)])),
    );
  }

  #known(apply: MapFunction, inputs: readonly Node[], shape: readonly number[]): Node | null {
    const [a, b] = inputs;
    if (!a) return null;
    const left = numberOf(a);
    if (!b) return left === null ? null : this.#folded(apply, shape, left);
    const right = numberOf(b);
    if (left !== null && right !== null) return this.#folded(apply, shape, left, right);
    const whole = (kept: Node): Node | null => (sameShape(kept.shape, shape) ? kept : null);
    if (apply === "add" && left === 0) return whole(b);
    if ((apply === "add" || apply === "sub") && right === 0) return whole(a);
    if (apply === "mul" && left === 1) return whole(b);
    if ((apply === "mul" || apply === "div") && right === 1) return whole(a);
    if (apply === "mul" && (left === 0 || right === 0)) return this.number(0, shape);
    return null;
  }

  #folded(apply: MapFunction, shape: readonly number[], a: number, b = 0): Node | null {
    const fold = FOLD[apply];
    return fold ? this.number(Math.fround(fold(a, b)), shape) : null;
  }

  #sliceInside(x: Node, begin: readonly number[], shape: readonly number[]): Node | null {
    const { op } = x;
    const [inner] = x.inputs;
    if (!inner) return null;
    if (op.kind === "slice")
      return this.slice(
        inner,
        begin.map((start, i) => start + (op.begin[i] ?? 0)),
        shape,
      );
    if (op.kind === "map") return this.#sliceOfMap(x, op.apply, begin, shape);
    if (op.kind === "pad") return this.#sliceOfPad(inner, op.before, begin, shape);
    if (op.kind === "concat") return this.#sliceOfConcat(x, op.axis, begin, shape);
    return null;
  }

  #sliceOfMap(
    x: Node,
    apply: MapFunction,
    begin: readonly number[],
    shape: readonly number[],
  ): Node | null {
    if (
      !x.inputs.every(
        (input) => input.op.kind === "number" || isView(input) || input.op.kind === "map",
      )
    )
      return null;
    const parts = x.inputs.map((input) => {
      const missing = shape.length - input.shape.length;
      const own = input.shape.map((n, i) => (n === 1 ? 1 : (shape[i + missing] ?? 1)));
      const from = input.shape.map((n, i) => (n === 1 ? 0 : (begin[i + missing] ?? 0)));
      return this.slice(input, from, own);
    });
    const result = this.map(apply, ...parts);
    return sameShape(result.shape, shape) ? result : null;
  }

  #sliceOfPad(
    inner: Node,
    before: readonly number[],
    begin: readonly number[],
    shape: readonly number[],
  ): Node | null {
    const from = begin.map((start, i) => start - (before[i] ?? 0));
    const outside = from.some(
      (start, i) => start + (shape[i] ?? 0) <= 0 || start >= (inner.shape[i] ?? 0),
    );
    if (outside) return this.number(0, shape);
    const inside = from.every(
      (start, i) => start >= 0 && start + (shape[i] ?? 0) <= (inner.shape[i] ?? 0),
    );
    return inside ? this.slice(inner, from, shape) : null;
  }

  #sliceOfConcat(
    x: Node,
    axis: number,
    begin: readonly number[],
    shape: readonly number[],
  ): Node | null {
    const start = begin[axis] ?? 0;
    const length = shape[axis] ?? 0;
    let at = 0;
    for (const part of x.inputs) {
      const size = part.shape[axis] ?? 0;
      if (start >= at && start + length <= at + size)
        return this.slice(
          part,
          begin.map((from, i) => (i === axis ? from - at : from)),
          shape,
        );
      at += size;
    }
    return null;
  }
}

const FOLD: Partial<Record<MapFunction, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  square: (a) => a * a,
  sqrt: Math.sqrt,
};

/** In how many parts a sum is best computed: a graphics card has thousands of hands. */
function partsOf(results: number, inner: number): number {
  if (inner < 4096) return 1;
  let parts = 1;
  while (results * parts < 2 ** 17 && parts < 64 && inner % (parts * 2) === 0) parts *= 2;
  return parts;
}

/** The last axis is not the one along which numbers lie side by side. */
export function isTurned({ op, shape, inputs: [inner] }: Node): boolean {
  if (op.kind === "transpose" && op.order.at(-1) !== shape.length - 1) return true;
  return SHOWN_THROUGH.has(op.kind) && inner !== undefined && isTurned(inner);
}

const SHOWN_THROUGH: ReadonlySet<string> = new Set(["transpose", "reshape", "pad", "patches"]);

function broadcast(shapes: readonly (readonly number[])[]): readonly number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, i) => {
    const sizes = shapes.map((shape) => shape[i - rank + shape.length] ?? 1);
    return sizes.includes(0) ? 0 : Math.max(...sizes);
  });
}
