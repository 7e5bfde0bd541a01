import { Elsewhere } from "./elsewhere.ts";
import { Emitter } from "./emit.ts";
import type { Leaves } from "./emit.ts";
import { numberOf, sizeOf } from "./graph.ts";
import type { Node } from "./graph.ts";
import { texelsOf } from "./layout.ts";
import { baseOf, isLeaf } from "./schedule.ts";

/** Textures one program may read. WebGL 2 promises 16. */
export const MOST_TEXTURES = 15;
/** Textures one program may write. WebGL 2 promises 4. */
export const MOST_OUTPUTS = 4;

/** Something to be computed and stored: whole, or as a stretch of something larger. */
export interface Root {
  readonly node: Node;
  /** The larger thing, and the texel in it where this begins; null where it is stored by itself. */
  readonly within: { readonly node: Node; readonly texel: number } | null;
}

export type Float = { readonly value: number } | { readonly live: string };

/** One program and what it is run with. Programs with one text serve many shapes and lanes. */
export interface Kernel {
  readonly roots: readonly Root[];
  /** GLSL: statements that end with `o0`, `o1`, … being set. */
  readonly text: string;
  /** What is read, by place. */
  readonly reads: readonly Node[];
  /** The values of `u[…]`. */
  readonly integers: readonly number[];
  /** The values of `f[…]`. */
  readonly floats: readonly Float[];
}

/** Writes the program of roots that are computed texel by texel together; null where they cannot be. */
export function kernelOf(roots: readonly Root[], stored: ReadonlySet<Node>): Kernel | null {
  const reads: Node[] = [];
  const integers: number[] = [];
  const floats: Float[] = [];
  // Numbers are not compared: two that are equal for one shape need not be for another, and the text would differ.
  const leaves: Leaves = {
    texture: (node) => {
      const known = reads.indexOf(node);
      return known >= 0 ? known : reads.push(node) - 1;
    },
    integer: (value) => (value >= 0 && value <= 2 ? `${value}` : `u[${integers.push(value) - 1}]`),
    float: (value) => PLAIN.get(value) ?? `f[${floats.push({ value }) - 1}]`,
    live: (key) => `f[${floats.push({ live: key }) - 1}]`,
  };
  const emitter = new Emitter(leaves, stored);
  const texel = emitter.at.variable("t");
  try {
    roots.forEach(({ node }, i) => emitter.writer.line(`o${i} = ${emitter.root(node, texel)};`));
  } catch (error) {
    if (error instanceof Elsewhere) return null;
    throw error;
  }
  if (reads.length > MOST_TEXTURES || roots.length > MOST_OUTPUTS) return null;
  return { roots, text: emitter.writer.text, reads, integers, floats };
}

const PLAIN: ReadonlyMap<number, string> = new Map([
  [0, "0.0"],
  [1, "1.0"],
  [2, "2.0"],
  [-1, "-1.0"],
  [0.5, "0.5"],
]);

/** Stored nodes that a root reads, found without writing its program. */
export function readsOf(root: Node, stored: ReadonlySet<Node>): ReadonlySet<Node> {
  const found = new Set<Node>();
  const visit = (node: Node): void => {
    if (numberOf(node) !== null || node.op.kind === "position") return;
    if (stored.has(node) || node.op.kind === "input") {
      if (node.op.kind !== "input" || node.op.source.kind !== "live") found.add(node);
      return;
    }
    node.inputs.forEach(visit);
  };
  if (root.op.kind === "input") visit(root);
  else root.inputs.forEach(visit);
  return found;
}

export function texelsOfRoot({ node }: Root): number {
  return texelsOf(node.shape);
}

/** More textures than one program may read: then something in between has to be stored. */
export function tooWide(root: Node, stored: ReadonlySet<Node>): boolean {
  return readsOf(root, stored).size > MOST_TEXTURES;
}

/** The unstored part of a root that reads most, to be stored apart. */
export function widestPart(root: Node, stored: ReadonlySet<Node>): Node | null {
  let widest: Node | null = null;
  let most = 0;
  const visit = (node: Node): void => {
    for (const input of node.inputs) {
      const base = baseOf(input);
      if (isLeaf(base) || stored.has(base)) continue;
      const count = readsOf(base, stored).size;
      if (count > most && count <= MOST_TEXTURES && sizeOf(base.shape) > 0) {
        most = count;
        widest = base;
      }
      visit(base);
    }
  };
  visit(root);
  return widest;
}
