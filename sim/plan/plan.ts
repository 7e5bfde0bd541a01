import { Graph, sizeOf } from "./graph.ts";
import type { Node } from "./graph.ts";
import { readsOf, tooWide, widestPart } from "./kernel.ts";
import type { Kernel, Root } from "./kernel.ts";
import { merge, mergeAs } from "./merge.ts";
import type { Sharing } from "./merge.ts";
import { baseOf, schedule } from "./schedule.ts";

/** A graph as programs in the order in which they run. */
export interface Plan {
  readonly kernels: readonly Kernel[];
  /** Everything that some kernel stores, by itself or in stretches. */
  readonly stored: readonly Node[];
  /** What shares a program with what, which another shape of the same step can take over. */
  readonly sharing: Sharing;
}

/**
 * Compiles what is wanted; those `apart` share no program. What is joined from parts on the way is stored in stretches, each
 * by whoever computes it. `like` is the sharing of the same step with another shape of batch: to find it is most of the work.
 */
export function planOf(
  graph: Graph,
  wanted: readonly Node[],
  apart: readonly Node[],
  like: Sharing | null,
): Plan {
  const { chosen, stretches } = choose(graph, [...wanted, ...apart]);
  const parts = [...stretches.values()].flat();
  const inStretch = new Set(parts.map(({ node }) => node));
  const stored = new Set([...chosen].filter((node) => !inStretch.has(node)));
  for (const node of chosen) if (!stretches.has(node)) narrow(node, stored);
  const whole = [...stored].filter((node) => !stretches.has(node));
  const roots = [...whole.map((node): Root => ({ node, within: null })), ...parts];
  const order = inOrder(roots, stored);
  const kernels = (like && mergeAs(like, order, stored)) ?? merge(order, stored, new Set(apart));
  const places = new Map(order.map((root, place) => [root, place]));
  const sharing = kernels.map((kernel) => kernel.roots.map((root) => places.get(root) ?? -1));
  return { kernels, stored: [...stored], sharing };
}

interface Choice {
  readonly chosen: ReadonlySet<Node>;
  readonly stretches: ReadonlyMap<Node, readonly Root[]>;
}

function choose(graph: Graph, wanted: readonly Node[]): Choice {
  // What is wanted whole is written by one program.
  const asked = new Set(wanted.map(baseOf));
  const stretches = new Map<Node, readonly Root[]>();
  for (;;) {
    const parts = [...stretches.values()].flat().map(({ node }) => node);
    const { stored, order } = schedule([...wanted, ...parts], new Set(stretches.keys()));
    const fresh = order.filter(
      (node) => isJoined(node) && !stretches.has(node) && !asked.has(node),
    );
    if (fresh.length === 0) return { chosen: stored, stretches };
    for (const node of fresh) stretches.set(node, partsOf(graph, node));
  }
}

/** A vector joined of many parts, which fall into stretches of whole texels. */
function isJoined({ op, shape, inputs }: Node): boolean {
  return op.kind === "concat" && shape.length === 1 && inputs.length > 4 && sizeOf(shape) % 4 === 0;
}

/** Parts that share a texel are one stretch. */
function stretchesOf(joined: Node): readonly (readonly Node[])[] {
  const stretches: Node[][] = [];
  let size = 0;
  for (const part of joined.inputs) {
    if (size % 4 === 0) stretches.push([]);
    stretches.at(-1)?.push(part);
    size += sizeOf(part.shape);
  }
  return stretches;
}

function partsOf(graph: Graph, joined: Node): Root[] {
  let texel = 0;
  return stretchesOf(joined).map((parts) => {
    const size = parts.reduce((sum, part) => sum + sizeOf(part.shape), 0);
    const [first] = parts as readonly [Node];
    const part =
      parts.length === 1 ? first : graph.node({ kind: "concat", axis: 0 }, [size], parts);
    // A node of its own, so that a part which others need too is copied.
    const label = `${joined.id}/${texel}`;
    const node = graph.node({ kind: "slice", begin: [0], label }, [size], [part]);
    const root: Root = { node, within: { node: joined, texel } };
    texel += size / 4;
    return root;
  });
}

/** Stores what is in between until no program reads more than it may. */
function narrow(node: Node, stored: Set<Node>): void {
  while (tooWide(node, stored)) {
    const part = widestPart(node, stored);
    if (!part) throw new Error(`a "${node.op.kind}" of [${node.shape.join(", ")}] reads too much`);
    stored.add(part);
    narrow(part, stored);
  }
}

/**
 * Each root after all that it reads. Stretches come as late as they can, in the order in which they lie: so they come in the
 * same order in every lane, and lanes can share the programs that write them.
 */
function inOrder(roots: readonly Root[], stored: ReadonlySet<Node>): readonly Root[] {
  const writers = new Map<Node, Root[]>();
  for (const root of roots) {
    const home = root.within?.node ?? root.node;
    writers.set(home, [...(writers.get(home) ?? []), root]);
  }
  const done = new Set<Root>();
  const order: Root[] = [];
  const visit = (root: Root): void => {
    if (done.has(root)) return;
    done.add(root);
    const needs = [...readsOf(root.node, stored)].flatMap((read) => writers.get(read) ?? []);
    // All that a joined vector is made of, before the first of its stretches.
    for (const need of needs.filter(({ within }) => within))
      for (const read of readsOf(need.node, stored)) writers.get(read)?.forEach(visit);
    needs.forEach(visit);
    order.push(root);
  };
  const whole = roots.filter(({ within }) => !within);
  const stretches = roots.filter(({ within }) => within);
  const needed = new Set(stretches.map(({ within }) => within?.node));
  const early = whole.filter(
    ({ node }) => ![...readsOf(node, stored)].some((read) => needed.has(read)),
  );
  [...early].sort((a, b) => a.node.id - b.node.id).forEach(visit);
  stretches.forEach(visit);
  [...whole].sort((a, b) => a.node.id - b.node.id).forEach(visit);
  return order;
}
