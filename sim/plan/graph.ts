/**
 * A training step as a graph of what is computed from what. It is recorded from the composed operations as they run
 * (`recorder.ts`), so that it says the same as they do, and compiled into few programs that are replayed every step.
 */

/** Applied to each element, operands broadcast as in NumPy. */
export type MapFunction =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "maximum"
  | "minimum"
  | "greater"
  | "less"
  | "equal"
  | "and"
  | "neg"
  | "square"
  | "sqrt"
  | "rsqrt"
  | "exp"
  | "log"
  | "abs"
  | "sign"
  | "step"
  | "tanh"
  | "sigmoid"
  | "relu"
  | "truncate";

export type Reduction = "sum" | "max" | "min";

/** What is there before a step begins. */
export type Source =
  /** A tensor that the lane carries from step to step. */
  | { readonly kind: "state"; readonly name: string }
  /** An array of the batch. */
  | { readonly kind: "feed"; readonly name: string }
  /** Numbers that never change. */
  | { readonly kind: "constant"; readonly values: ArrayLike<number>; readonly key: string }
  /** A number that may change from step to step. */
  | { readonly kind: "live"; readonly key: string };

export interface Window {
  readonly stride: number;
  readonly dilation: number;
  /** Rows and columns of zeros before the picture. */
  readonly top: number;
  readonly left: number;
}

export type Operation =
  | { readonly kind: "input"; readonly source: Source }
  /** One number everywhere. */
  | { readonly kind: "number"; readonly value: number }
  /** The index along the last axis. */
  | { readonly kind: "position" }
  | { readonly kind: "map"; readonly apply: MapFunction }
  /** The reduced axes stay, with length 1. */
  | { readonly kind: "reduce"; readonly how: Reduction; readonly axes: readonly number[] }
  /** The index of the largest element along the last axis, which stays with length 1. */
  | { readonly kind: "argmax" }
  /** [batch, rows, inner] × [batch, inner, columns] */
  | { readonly kind: "product" }
  /**
   * Every fourth row of a product, from `row` on: [batch, rows / 4, columns]. All four are computed in one loop, which reads
   * each number of either side once for sixteen products.
   */
  | { readonly kind: "plane"; readonly row: number; readonly group: string }
  /** What a window sees at each of its places, zeros outside: [n, h, w, c] → [n, places, places, window h, window w, c]. */
  | ({ readonly kind: "patches" } & Window)
  /** The gradient of a convolution's input: dy [n, h, w, outputs], window [h, w, inputs, outputs]. */
  | ({ readonly kind: "deconvolution" } & Window)
  /** table [rows, channels], ids […] → […, channels] */
  | { readonly kind: "gather" }
  | { readonly kind: "reshape" }
  /** Axis i of the output is axis order[i] of the input. */
  | { readonly kind: "transpose"; readonly order: readonly number[] }
  /** A label makes a node of its own out of one that is there already. */
  | { readonly kind: "slice"; readonly begin: readonly number[]; readonly label?: string }
  | { readonly kind: "reverse"; readonly axes: readonly number[] }
  /** Zeros around: how many before each axis. */
  | { readonly kind: "pad"; readonly before: readonly number[] }
  /** Each axis repeated whole. */
  | { readonly kind: "tile" }
  | { readonly kind: "concat"; readonly axis: number };

export interface Node {
  readonly id: number;
  readonly op: Operation;
  readonly shape: readonly number[];
  readonly inputs: readonly Node[];
}

const VIEWS: ReadonlySet<Operation["kind"]> = new Set([
  "reshape",
  "transpose",
  "slice",
  "reverse",
  "pad",
  "tile",
  "patches",
]);

/** Only says where numbers are found; nothing is computed for it. */
export function isView(node: Node): boolean {
  return VIEWS.has(node.op.kind);
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, i) => n === b[i]);
}

/** Whether a node is one number everywhere, and which. */
export function numberOf(node: Node): number | null {
  return node.op.kind === "number" ? node.op.value : null;
}

/** Makes nodes, the same one for the same question. */
export class Graph {
  readonly #nodes: Node[] = [];
  readonly #known = new Map<string, Node>();

  get nodes(): readonly Node[] {
    return this.#nodes;
  }

  node(op: Operation, shape: readonly number[], inputs: readonly Node[] = []): Node {
    const key = `${keyOf(op)}|${shape.join(",")}|${inputs.map(({ id }) => id).join(",")}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made: Node = { id: this.#nodes.length, op, shape, inputs };
    this.#nodes.push(made);
    this.#known.set(key, made);
    return made;
  }

  number(value: number, shape: readonly number[]): Node {
    return this.node({ kind: "number", value }, shape);
  }
}

function keyOf(op: Operation): string {
  if (op.kind !== "input") return JSON.stringify(op);
  const { source } = op;
  return source.kind === "state" || source.kind === "feed"
    ? `${source.kind}/${source.name}`
    : `${source.kind}/${source.key}`;
}
