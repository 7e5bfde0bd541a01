import { expect, test } from "vitest";
import { Build } from "./build.ts";
import { gangOf } from "./ganged.ts";
import { Graph } from "./graph.ts";
import type { Node } from "./graph.ts";
import { planOf } from "./plan.ts";
import type { Plan } from "./plan.ts";

/** A small lane: a product, then what its method makes of it, wanted. */
function planned(method: "relu" | "tanh", rows = 8): { plan: Plan; wanted: Node } {
  const graph = new Graph();
  const build = new Build(graph);
  const input = (name: string, ...shape: number[]): Node =>
    graph.node({ kind: "input", source: { kind: "state", name } }, shape);
  const product = build.product(input("a", 1, rows, 4), input("b", 1, 4, 8));
  const scaled = build.map("mul", build.map(method, product), build.reduce("sum", product, [1]));
  const wanted = build.map("sub", build.map("exp", scaled), build.reduce("max", scaled, [1]));
  return { plan: planOf(graph, [wanted], [], null), wanted };
}

test("lanes that compute the same share every program, and their results lie side by side", () => {
  const lanes = [planned("relu"), planned("relu"), planned("relu")];
  const gang = gangOf(lanes.map(({ plan }) => plan));
  expect(gang.columns).toHaveLength(lanes[0]?.plan.kernels.length ?? -1);
  expect(gang.columns.every(({ kernels }) => kernels.every((kernel) => kernel !== null))).toBe(
    true,
  );
  const places = new Set(lanes.map(({ wanted }, lane) => gang.placeOf(lane, wanted)));
  expect(places.size).toBe(1);
});

test("lanes of different methods share what is the same and no more", () => {
  const lanes = [planned("relu"), planned("tanh")];
  const { columns } = gangOf(lanes.map(({ plan }) => plan));
  const shared = columns.filter(({ kernels }) => kernels.every((kernel) => kernel !== null));
  const total = lanes.reduce((sum, { plan }) => sum + plan.kernels.length, 0);
  expect(shared.length).toBeGreaterThan(0);
  expect(columns).toHaveLength(total - shared.length);
});

test("lanes of different sizes share nothing", () => {
  const lanes = [planned("relu", 8), planned("relu", 12)];
  const { columns } = gangOf(lanes.map(({ plan }) => plan));
  expect(columns).toHaveLength(lanes.reduce((sum, { plan }) => sum + plan.kernels.length, 0));
});

test("each lane’s programs keep their order, and no place holds two values of one lane", () => {
  const lanes = [planned("relu"), planned("tanh"), planned("relu", 12), planned("relu")];
  const gang = gangOf(lanes.map(({ plan }) => plan));
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
