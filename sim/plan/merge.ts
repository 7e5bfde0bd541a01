import type { Node } from "./graph.ts";
import { kernelOf, MOST_OUTPUTS, MOST_TEXTURES, readsOf, texelsOfRoot } from "./kernel.ts";
import type { Kernel, Root } from "./kernel.ts";

/** How far back a program may be that one more result joins. */
const NEIGHBOURS = 24;

interface Cluster {
  readonly roots: Root[];
  readonly reads: Set<Node>;
  kernel: Kernel | null;
  /** All clusters that must have run before. */
  readonly before: Set<Cluster>;
  /** Writes a stretch of something, and nothing beside it. */
  readonly alone: boolean;
}

/** Which roots share a program, by their places in the order, program by program as they run. */
export type Sharing = readonly (readonly number[])[];

/** The same sharing for other shapes of the same things; null where it does not hold there. */
export function mergeAs(
  sharing: Sharing,
  roots: readonly Root[],
  stored: ReadonlySet<Node>,
): Kernel[] | null {
  const count = sharing.reduce((sum, { length }) => sum + length, 0);
  if (count !== roots.length) return null;
  const missing = new Map<Node, number>();
  for (const root of roots) {
    const home = root.within?.node ?? root.node;
    missing.set(home, (missing.get(home) ?? 0) + 1);
  }
  const kernels: Kernel[] = [];
  for (const places of sharing) {
    const own = places.map((place) => roots[place] as Root);
    const kernel = kernelOf(own, stored);
    if (!kernel || own.some((root) => texelsOfRoot(root) !== texelsOfRoot(own[0] as Root)))
      return null;
    // Everything that is read must have been written whole.
    if (kernel.reads.some((read) => (missing.get(read) ?? 0) > 0)) return null;
    for (const root of own) {
      const home = root.within?.node ?? root.node;
      missing.set(home, (missing.get(home) ?? 0) - 1);
    }
    kernels.push(kernel);
  }
  return kernels;
}

/**
 * Lets results of one size share a program, each written to a texture of its own. `roots` are in an order in which each
 * comes after all that it reads; those `apart` share with nobody.
 */
export function merge(
  roots: readonly Root[],
  stored: ReadonlySet<Node>,
  apart: ReadonlySet<Node>,
): Kernel[] {
  const clusters: Cluster[] = [];
  const home = new Map<Node, Set<Cluster>>();
  for (const root of roots) {
    const reads = readsOf(root.node, stored);
    const needs = new Set([...reads].flatMap((read) => [...(home.get(read) ?? [])]));
    const alone = root.within !== null || apart.has(root.node);
    const joined = alone
      ? undefined
      : clusters
          .slice(-NEIGHBOURS)
          .findLast((cluster) => !cluster.alone && joins(cluster, root, reads, needs, stored));
    const cluster = joined ?? {
      roots: [root],
      reads: new Set(reads),
      kernel: null,
      before: new Set(),
      alone,
    };
    if (!joined) clusters.push(cluster);
    follow(clusters, cluster, needs);
    const where = root.within?.node ?? root.node;
    home.set(where, (home.get(where) ?? new Set()).add(cluster));
  }
  return ordered(clusters).map(({ kernel, roots: own }) => {
    const written = kernel ?? kernelOf(own, stored);
    if (!written) throw new Error(`a "${own[0]?.node.op.kind}" cannot be written as one program`);
    return written;
  });
}

/** Notes that the cluster comes after what it needs, and so does whatever comes after the cluster. */
function follow(clusters: readonly Cluster[], cluster: Cluster, needs: ReadonlySet<Cluster>): void {
  const fresh = new Set<Cluster>();
  for (const need of needs) {
    if (need === cluster) continue;
    fresh.add(need);
    for (const earlier of need.before) fresh.add(earlier);
  }
  const later = clusters.filter((other) => other.before.has(cluster));
  for (const after of [cluster, ...later]) for (const one of fresh) after.before.add(one);
}

/** Joins the root to the cluster if both can run at once; says whether it did. */
function joins(
  cluster: Cluster,
  root: Root,
  reads: ReadonlySet<Node>,
  needs: ReadonlySet<Cluster>,
  stored: ReadonlySet<Node>,
): boolean {
  const [first] = cluster.roots;
  if (!first || texelsOfRoot(first) !== texelsOfRoot(root)) return false;
  if (cluster.roots.length === MOST_OUTPUTS) return false;
  if (new Set([...cluster.reads, ...reads]).size > MOST_TEXTURES + MOST_OUTPUTS) return false;
  // Something between the two would have to run both after the one and before the other.
  for (const need of needs) if (need !== cluster && need.before.has(cluster)) return false;
  const kernel = kernelOf([...cluster.roots, root], stored);
  if (!kernel) return false;
  cluster.roots.push(root);
  for (const read of reads) cluster.reads.add(read);
  cluster.kernel = kernel;
  return true;
}

function ordered(clusters: readonly Cluster[]): readonly Cluster[] {
  const done = new Set<Cluster>();
  const order: Cluster[] = [];
  const visit = (cluster: Cluster): void => {
    if (done.has(cluster)) return;
    done.add(cluster);
    cluster.before.forEach(visit);
    order.push(cluster);
  };
  clusters.forEach(visit);
  return order;
}
