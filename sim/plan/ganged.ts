import type { LanePlan } from "./engine.ts";
import type { Kernel } from "./kernel.ts";
import type { Node, Source } from "./graph.ts";
import { sizeOf } from "./graph.ts";
import { texelsOf } from "./layout.ts";

/** One program run for several lanes at once, each lane with numbers of its own. */
export interface Column {
  /** By lane; null where the lane has no part in it. */
  readonly kernels: readonly (Kernel | null)[];
}

/** State of one name and size: as it is when a step begins, or as the step leaves it. */
interface PlacedState {
  readonly name: string;
  readonly shape: readonly number[];
  readonly next: boolean;
}

/** Values of several lanes, at most one of each, that lie in one texture, each lane in a band of its own. */
export interface Place {
  readonly values: Map<number, Node>;
  /** Whose texture this is; null where it is any. */
  readonly state: PlacedState | null;
}

/** What of a lane is to be run beside other lanes. */
export type Ganged = Pick<LanePlan, "plan" | "next">;

export interface Gang {
  readonly columns: readonly Column[];
  /** Where each lane's stored value lies. */
  placeOf(lane: number, node: Node): Place;
}

/**
 * Lets lanes share programs where they compute the same. The order of each lane's programs is kept; a program is shared
 * where the texts, sizes and numbers are equal and everything that it reads can lie side by side.
 */
export function gangOf(lanes: readonly Ganged[]): Gang {
  const places = new Places(lanes);
  const aligned = align(lanes.map(({ plan }) => plan.kernels));
  const columns = aligned.flatMap((column) => (places.join(column) ? [column] : apart(column)));
  for (const column of columns) places.join(column);
  return { columns, placeOf: (lane, node) => places.of(lane, node) };
}

function apart({ kernels }: Column): Column[] {
  return kernels.flatMap((kernel, lane) =>
    kernel ? [{ kernels: kernels.map((other, i) => (i === lane ? other : null)) }] : [],
  );
}

function align(lists: readonly (readonly Kernel[])[]): readonly Column[] {
  let columns: Column[] = [];
  lists.forEach((list, lane) => {
    const signatures = list.map(signatureOf);
    const known = columns.map(({ kernels }) =>
      signatureOf(kernels.find((k) => k !== null) as Kernel),
    );
    const merged: Column[] = [];
    let i = 0;
    let j = 0;
    const widen = (column: Column, kernel: Kernel | null): Column => ({
      kernels: [...column.kernels, kernel],
    });
    const fresh = (kernel: Kernel): Column => ({
      kernels: [...Array<null>(lane).fill(null), kernel],
    });
    for (const [a, b] of longestCommon(known, signatures)) {
      for (; i < a; i++) merged.push(widen(columns[i] as Column, null));
      for (; j < b; j++) merged.push(fresh(list[j] as Kernel));
      merged.push(widen(columns[i++] as Column, list[j++] as Kernel));
    }
    for (; i < columns.length; i++) merged.push(widen(columns[i] as Column, null));
    for (; j < list.length; j++) merged.push(fresh(list[j] as Kernel));
    columns = merged;
  });
  return columns;
}

/** Everything that must be equal for a program to serve two lanes. */
function signatureOf({ text, integers, floats, reads, roots }: Kernel): string {
  const numbers = floats.map((float) => ("live" in float ? float.live : float.value));
  const kinds = reads.map((node) =>
    node.op.kind === "input" ? sourceKey(node.op.source) : `${texelsOf(node.shape)}`,
  );
  const made = roots.map(({ node, within }) =>
    within
      ? `${sizeOf(node.shape)}@${within.texel}/${within.node.shape.join(",")}`
      : `${sizeOf(node.shape)} ${node.op.kind === "slice" ? (node.op.label ?? "") : ""}`,
  );
  return [text, integers.join(" "), numbers.join(" "), kinds.join(" "), made.join(" ")].join("\n");
}

/** Equal for what all lanes share or hold under one name. */
export function sourceKey(source: Source): string {
  switch (source.kind) {
    case "state":
    case "feed":
      return `${source.kind}/${source.name}`;
    case "constant":
    case "live":
      return `${source.kind}/${source.key}`;
  }
}

/** Pairs of equal entries, as many as there can be, in the order of both lists. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Which values must lie in one texture. */
class Places {
  readonly #places = new Map<string, Place>();

  /** A state has one place for all lanes from the start: else two places of it could be given to what is no state. */
  constructor(lanes: readonly Ganged[]) {
    const states = new Map<string, Place>();
    const put = (lane: number, node: Node, name: string, next: boolean): void => {
      const key = `${name} ${sizeOf(node.shape)} ${next}`;
      const home = states.get(key) ?? {
        values: new Map(),
        state: { name, shape: node.shape, next },
      };
      states.set(key, home);
      home.values.set(lane, node);
      this.#places.set(`${lane}/${node.id}`, home);
    };
    lanes.forEach(({ plan, next }, lane) => {
      for (const read of plan.kernels.flatMap(({ reads }) => reads))
        if (read.op.kind === "input" && read.op.source.kind === "state")
          put(lane, read, read.op.source.name, false);
      for (const [name, node] of next) put(lane, node, name, true);
    });
  }

  of(lane: number, node: Node): Place {
    const key = `${lane}/${node.id}`;
    const known = this.#places.get(key);
    if (known) return known;
    const fresh: Place = { values: new Map([[lane, node]]), state: null };
    this.#places.set(key, fresh);
    return fresh;
  }

  /** Puts side by side whatever the column's lanes read and write in turn; false, and nothing done, where it cannot be. */
  join({ kernels }: Column): boolean {
    const taking = kernels.flatMap((kernel, lane) => (kernel ? [{ kernel, lane }] : []));
    const [first] = taking;
    if (!first) return true;
    const sets = [
      ...first.kernel.reads.flatMap((read, i) =>
        isShared(read)
          ? []
          : [taking.map(({ kernel, lane }) => this.of(lane, kernel.reads[i] as Node))],
      ),
      ...first.kernel.roots.map((_, i) =>
        taking.map(({ kernel, lane }) => {
          const root = kernel.roots[i];
          return this.of(lane, (root?.within?.node ?? root?.node) as Node);
        }),
      ),
    ];
    if (!sets.every(fits)) return false;
    // Two of the sets may meet in one place, so each is tried against what the others have become.
    return sets.every((set) => this.#unite(set));
  }

  #unite(set: readonly Place[]): boolean {
    const now = set.map((place) => {
      const [[lane, node] = [0, null]] = place.values;
      return node ? this.of(lane, node) : place;
    });
    if (!fits(now)) return false;
    const distinct = [...new Set(now)];
    const home = distinct.find(({ state }) => state) ?? distinct[0];
    if (!home) return true;
    for (const other of distinct.filter((place) => place !== home))
      for (const [lane, node] of other.values) {
        home.values.set(lane, node);
        this.#places.set(`${lane}/${node.id}`, home);
      }
    return true;
  }
}

/** Lies once for all lanes. */
export function isShared({ op }: Node): boolean {
  return op.kind === "input" && op.source.kind !== "state";
}

function fits(places: readonly Place[]): boolean {
  const distinct = new Set(places);
  if ([...distinct].filter(({ state }) => state).length > 1) return false;
  const lanes = new Map<number, Node>();
  for (const place of distinct)
    for (const [lane, node] of place.values) {
      const known = lanes.get(lane);
      if (known && known !== node) return false;
      lanes.set(lane, node);
    }
  return true;
}
