import { expect, test } from "vitest";
import { Build } from "./build.ts";
import { Graph } from "./graph.ts";
import type { Node } from "./graph.ts";
import { kernelOf, MOST_TEXTURES } from "./kernel.ts";
import type { Root } from "./kernel.ts";

function begun() {
  const graph = new Graph();
  const build = new Build(graph);
  const input = (name: string, ...shape: number[]): Node =>
    graph.node({ kind: "input", source: { kind: "state", name } }, shape);
  return { build, input };
}

const rootOf = (node: Node): Root => ({ node, within: null });

test("a join of odd parts reads the parts, and never what it is itself writing", () => {
  const { build, input } = begun();
  const parts = [input("a", 1), input("b", 16), input("c", 16)];
  const joined = build.concat(parts, 0);
  const { reads } = kernelOf([rootOf(joined)], new Set([joined])) ?? { reads: [] };
  expect(new Set(reads)).toEqual(new Set(parts));
});

test("two shapes of the same thing have one program text", () => {
  const texts = [5, 7].map((rows) => {
    const { build, input } = begun();
    const product = build.product(input("a", 1, rows, 8), input("b", 1, 8, 12));
    return kernelOf([rootOf(product)], new Set([product]))?.text;
  });
  expect(texts[0]).toBeDefined();
  expect(texts[1]).toBe(texts[0]);
});

test("a root may use another root of the same program at the same place, and nowhere else", () => {
  const { build, input } = begun();
  const first = build.map("exp", input("a", 8, 8));
  const beside = build.map("square", first);
  const turned = build.transpose(first, [1, 0]);
  const across = build.map("square", turned);
  const stored = new Set([first, beside, across]);
  expect(kernelOf([rootOf(first), rootOf(beside)], stored)?.reads).toHaveLength(1);
  expect(kernelOf([rootOf(first), rootOf(across)], stored)).toBeNull();
});

test("more textures than a program may read make no program", () => {
  const { build, input } = begun();
  const inputs = Array.from({ length: MOST_TEXTURES + 1 }, (_, i) => input(`x${i}`, 8));
  const sum = inputs.slice(1).reduce((a, b) => build.map("add", a, b), inputs[0] as Node);
  expect(kernelOf([rootOf(sum)], new Set([sum]))).toBeNull();
});
