import fc from "fast-check";
import { expect, test } from "vitest";
import { Build } from "./build.ts";
import { Graph, sizeOf } from "./graph.ts";
import type { Node } from "./graph.ts";
import { interpret } from "./interpret.fixture.ts";

function begun(): { graph: Graph; build: Build; input: (...shape: number[]) => Node } {
  const graph = new Graph();
  const build = new Build(graph);
  let count = 0;
  const input = (...shape: number[]): Node =>
    graph.node({ kind: "input", source: { kind: "state", name: `x${count++}` } }, shape);
  return { graph, build, input };
}

/** With every input's numbers its own. */
function valuesOf(node: Node): number[] {
  const values = interpret(node, ({ op, shape, id }) =>
    op.kind === "input"
      ? Float32Array.from({ length: sizeOf(shape) }, (_, i) => Math.cos(1 + 2.3 * i + id))
      : null,
  );
  return [...values];
}

test("a slice of joined parts is the part", () => {
  const { build, input } = begun();
  const [a, b] = [input(4, 3), input(4, 5)];
  expect(build.slice(build.concat([a, b], 1), [0, 3], [4, 5])).toBe(b);
});

test("a slice of a padded block is the block, or zeros beside it", () => {
  const { build, input } = begun();
  const x = input(4);
  const padded = build.pad(x, [2], [8]);
  expect(build.slice(padded, [2], [4])).toBe(x);
  expect(build.slice(padded, [6], [2]).op).toEqual({ kind: "number", value: 0 });
});

test("a view of a view is one view", () => {
  const { build, input } = begun();
  const x = input(4, 6);
  expect(build.reshape(build.reshape(x, [24]), [4, 6])).toBe(x);
  expect(build.transpose(build.transpose(x, [1, 0]), [1, 0])).toBe(x);
  expect(build.slice(build.slice(x, [1, 0], [3, 6]), [1, 2], [2, 2]).inputs).toEqual([x]);
});

test("what is added to nothing or multiplied by one is itself, unless it grows", () => {
  const { build, input } = begun();
  const x = input(3);
  expect(build.map("add", x, build.number(0, []))).toBe(x);
  expect(build.map("mul", build.number(1, [3]), x)).toBe(x);
  expect(build.map("mul", x, build.number(0, [])).op).toEqual({ kind: "number", value: 0 });
  expect(build.map("mul", x, build.number(1, [2, 3])).shape).toEqual([2, 3]);
});

test("a slice of a map is the map of slices, also where an operand was broadcast", () => {
  const { graph, build, input } = begun();
  const sum = build.map("add", build.reshape(input(24), [4, 6]), build.reshape(input(6), [1, 6]));
  const sliced = build.slice(sum, [1, 2], [2, 3]);
  expect(sliced.op.kind).toBe("map");
  const plain = graph.node({ kind: "slice", begin: [1, 2], label: "plain" }, [2, 3], [sum]);
  expect(valuesOf(sliced)).toEqual(valuesOf(plain));
});

test("a single row times a matrix is a weighted sum of the matrix’s rows", () => {
  const { graph, build, input } = begun();
  const [a, b] = [input(2, 1, 5), input(2, 5, 3)];
  const simplified = build.product(a, b);
  expect(simplified.op.kind).toBe("reduce");
  const plain = graph.node({ kind: "product" }, [2, 1, 3], [a, b]);
  expect(simplified.shape).toEqual(plain.shape);
  for (const [i, value] of valuesOf(plain).entries())
    expect(valuesOf(simplified)[i]).toBeCloseTo(value, 5);
});

test("a product whose left side is turned is taken in four planes, whatever its rows", () => {
  for (const rows of [8, 9, 11]) {
    const { graph, build, input } = begun();
    const a = build.transpose(input(1, 64, rows), [0, 2, 1]);
    const b = input(1, 64, 5);
    const planes = build.product(a, b);
    expect(graph.nodes.filter(({ op }) => op.kind === "plane")).toHaveLength(4);
    const plain = graph.node({ kind: "product" }, [1, rows, 5], [a, b]);
    expect(valuesOf(planes)).toEqual(valuesOf(plain));
  }
});

/** How one view follows another: what is made of it with simplification, and without. */
type View = (build: Build, graph: Graph, x: Node) => [Node, Node];

const views: readonly View[] = [
  (build, graph, x) => {
    const shape = [...x.shape].reverse();
    return [build.reshape(x, shape), graph.node({ kind: "reshape" }, shape, [x])];
  },
  (build, graph, x) => {
    const order = x.shape.map((_, i) => (i + 1) % x.shape.length);
    const shape = order.map((axis) => x.shape[axis] ?? 1);
    return [build.transpose(x, order), graph.node({ kind: "transpose", order }, shape, [x])];
  },
  (build, graph, x) => {
    const begin = x.shape.map((n) => (n > 1 ? 1 : 0));
    const shape = x.shape.map((n) => (n > 1 ? n - 1 : 1));
    return [build.slice(x, begin, shape), graph.node({ kind: "slice", begin }, shape, [x])];
  },
  (build, graph, x) => {
    const before = x.shape.map((_, i) => i % 2);
    const shape = x.shape.map((n) => n + 1);
    return [build.pad(x, before, shape), graph.node({ kind: "pad", before }, shape, [x])];
  },
  (build, graph, x) => [
    build.reverse(x, [0]),
    graph.node({ kind: "reverse", axes: [0] }, x.shape, [x]),
  ],
  (build, graph, x) => [
    build.map("mul", x, build.number(2, [])),
    graph.node({ kind: "map", apply: "mul" }, x.shape, [x, graph.number(2, [])]),
  ],
  (build, graph, x) => {
    const shape = x.shape.map((n, i) => (i === 0 ? 2 * n : n));
    return [build.concat([x, x], 0), graph.node({ kind: "concat", axis: 0 }, shape, [x, x])];
  },
];

test("any chain of views shows the same numbers, simplified or not", () => {
  const chain = fc.array(fc.nat(views.length - 1), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom([2, 3], [1, 4], [3, 1, 2], [5]), chain, (shape, picks) => {
      const { graph, build, input } = begun();
      const x = input(...shape);
      const plain = new Graph();
      const same = plain.node(x.op, x.shape);
      let [simplified, unsimplified] = [x, same];
      for (const pick of picks) {
        const view = views[pick];
        if (!view) continue;
        [simplified] = view(build, graph, simplified);
        [, unsimplified] = view(new Build(plain), plain, unsimplified);
      }
      expect(simplified.shape).toEqual(unsimplified.shape);
      expect(valuesOf(simplified)).toEqual(valuesOf(unsimplified));
    }),
  );
});
