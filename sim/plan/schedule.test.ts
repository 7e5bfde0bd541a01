import { expect, test } from "vitest";
import { Build } from "./build.ts";
import { Graph } from "./graph.ts";
import type { Node } from "./graph.ts";
import { schedule } from "./schedule.ts";

function begun() {
  const graph = new Graph();
  const build = new Build(graph);
  const input = (name: string, ...shape: number[]): Node =>
    graph.node({ kind: "input", source: { kind: "state", name } }, shape);
  return { graph, build, input };
}

const NONE: ReadonlySet<Node> = new Set();

test("what is wanted is stored, and nothing else where one program can do it", () => {
  const { build, input } = begun();
  const product = build.product(input("a", 1, 8, 4), input("b", 1, 4, 8));
  const wanted = build.map("relu", product);
  expect([...schedule([wanted], NONE).stored]).toEqual([wanted]);
});

test("a product with two users is stored, and each reads it", () => {
  const { build, input } = begun();
  const product = build.product(input("a", 1, 8, 4), input("b", 1, 4, 8));
  const wanted = [build.map("relu", product), build.map("square", product)];
  expect(schedule(wanted, NONE).stored.has(product)).toBe(true);
});

test("a side of a product is stored: it is read again and again", () => {
  const { build, input } = begun();
  const side = build.map("exp", input("a", 1, 8, 4));
  const wanted = build.product(side, input("b", 1, 4, 8));
  expect(schedule([wanted], NONE).stored.has(side)).toBe(true);
});

test("a one-hot side is not stored: it costs nothing to say where the one is", () => {
  const { graph, build, input } = begun();
  const position = graph.node({ kind: "position" }, [16]);
  const ids = build.reshape(input("ids", 8), [8, 1]);
  const oneHot = build.reshape(build.map("equal", ids, position), [1, 8, 16]);
  const wanted = build.product(oneHot, input("table", 1, 16, 4));
  expect([...schedule([wanted], NONE).stored]).toEqual([wanted]);
});

test("what is cheap is computed again by everyone who needs it", () => {
  const { build, input } = begun();
  const cheap = build.map("neg", input("a", 8));
  const wanted = [build.map("relu", cheap), build.map("square", cheap)];
  expect(schedule(wanted, NONE).stored.has(cheap)).toBe(false);
});

test("what is given is stored, and how it comes about is not looked at", () => {
  const { build, input } = begun();
  const product = build.product(input("a", 1, 8, 4), input("b", 1, 4, 8));
  const wanted = build.map("relu", product);
  const { stored, order } = schedule([wanted], new Set([product]));
  expect(stored.has(product)).toBe(true);
  expect(order).toEqual([product, wanted]);
});
