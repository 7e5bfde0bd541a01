import { expect, test } from "vitest";
import { Build } from "./build.ts";
import { gangOf } from "./ganged.ts";
import { Graph } from "./graph.ts";
import type { Ganged } from "./ganged.ts";
import type { Node } from "./graph.ts";
import { planOf } from "./plan.ts";

/** A small lane: a product, then what its method makes of it, wanted. */
function planned(method: "relu" | "tanh", rows = 8): Ganged & { readonly wanted: Node } {
  const graph = new Graph();
  const build = new Build(graph);
  const input = (name: string, ...shape: number[]): Node =>
    graph.node({ kind: "input", source: { kind: "state", name } }, shape);
  const product = build.product(input("a", 1, rows, 4), input("b", 1, 4, 8));
  const scaled = build.map("mul", build.map(method, product), build.reduce("sum", product, [1]));
  const wanted = build.map("sub", build.map("exp", scaled), build.reduce("max", scaled, [1]));
  return { plan: planOf(graph, [wanted], [], null), next: new Map(), wanted };
}

test("lanes that compute the same share every program, and their results lie side by side", () => {
  const lanes = [planned("relu"), planned("relu"), planned("relu")];
  const gang = gangOf(lanes);
  expect(gang.columns).toHaveLength(lanes[0]?.plan.kernels.length ?? -1);
  expect(gang.columns.every(({ kernels }) => kernels.every((kernel) => kernel !== null))).toBe(
    true,
  );
  const places = new Set(lanes.map(({ wanted }, lane) => gang.placeOf(lane, wanted)));
  expect(places.size).toBe(1);
});

test("lanes of different methods share what is the same and no more", () => {
  const lanes = [planned("relu"), planned("tanh")];
  const { columns } = gangOf(lanes);
  const shared = columns.filter(({ kernels }) => kernels.every((kernel) => kernel !== null));
  const total = lanes.reduce((sum, { plan }) => sum + plan.kernels.length, 0);
  expect(shared.length).toBeGreaterThan(0);
  expect(columns).toHaveLength(total - shared.length);
});

test("lanes of different sizes share nothing", () => {
  const lanes = [planned("relu", 8), planned("relu", 12)];
  const { columns } = gangOf(lanes);
  expect(columns).toHaveLength(lanes.reduce((sum, { plan }) => sum + plan.kernels.length, 0));
});

test("each lane’s programs keep their order, and no place holds two values of one lane", () => {
  const lanes = [planned("relu"), planned("tanh"), planned("relu", 12), planned("relu")];
  const gang = gangOf(lanes);
  lanes.forEach(({ plan }, lane) => {
    const order = gang.columns.flatMap(({ kernels: { [lane]: kernel } }) =>
      kernel ? [kernel] : [],
    );
    expect(order).toEqual(plan.kernels);
    const places = plan.stored.map((node) => gang.placeOf(lane, node));
    expect(new Set(places).size).toBe(plan.stored.length);
    places.forEach((place, i) => expect(place.values.get(lane)).toBe(plan.stored[i]));
  });
});

/** A lane that carries `x`, of which it keeps the mean in the way that is asked for. */
function carrying(way: "at once" | "in between", size: number): Ganged {
  const graph = new Graph();
  const build = new Build(graph);
  const x = graph.node({ kind: "input", source: { kind: "state", name: "x" } }, [size, 8]);
  const mean = build.reduce("sum", x, [0]);
  const between = way === "at once" ? mean : build.reduce("sum", build.map("exp", x), [0]);
  const next = build.map("add", build.map("tanh", x), between);
  const label = (node: Node, name: string): Node =>
    graph.node({ kind: "slice", begin: [0, 0], label: name }, node.shape, [node]);
  const wanted = new Map([["x", label(next, "next x")] as const]);
  return { plan: planOf(graph, [...wanted.values()], [], null), next: wanted };
}

test("state has one place for all lanes, as it is and as it will be, whoever shares a program", () => {
  const lanes = [carrying("at once", 6), carrying("in between", 6), carrying("at once", 6)];
  const gang = gangOf(lanes);
  const places = lanes.map(({ next }, lane) => gang.placeOf(lane, next.get("x") as Node));
  expect(new Set(places).size).toBe(1);
  expect(places[0]?.state).toMatchObject({ name: "x", next: true });
  const reads = lanes.map(({ plan }, lane) => gang.placeOf(lane, inputOf(plan)));
  expect(new Set(reads).size).toBe(1);
  expect(reads[0]?.state).toMatchObject({ name: "x", next: false });
});

test("state of one name and two sizes has two places, and no program reads both", () => {
  const lanes = [carrying("at once", 6), carrying("at once", 5)];
  const gang = gangOf(lanes);
  const places = lanes.map(({ plan }, lane) => gang.placeOf(lane, inputOf(plan)));
  expect(new Set(places).size).toBe(2);
  const reading = gang.columns.filter(({ kernels }) =>
    kernels.some((kernel) => kernel?.reads.some(({ op }) => op.kind === "input")),
  );
  const lanesOf = reading.map(({ kernels }) => kernels.filter((kernel) => kernel !== null).length);
  expect(new Set(lanesOf)).toEqual(new Set([1]));
});

function inputOf({ kernels }: Ganged["plan"]): Node {
  const input = kernels.flatMap(({ reads }) => reads).find(({ op }) => op.kind === "input");
  if (!input) throw new Error("nothing is read");
  return input;
}
