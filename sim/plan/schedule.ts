import { isView, sizeOf } from "./graph.ts";
import type { Node } from "./graph.ts";

/** A row reduction no longer than this may be computed again by everyone who needs it. */
const SHORT_ROW = 128;
/** Texels read for one result, up to which it is cheaper to compute again than to store. */
const CHEAP = 3;
const CHEAP_FOR_FEW = 6;
const CHEAP_ROW = 30;
const FEW = 4;

type Role =
  /** Read once for each element of the user. */
  | "once"
  /** Read again for several elements of the user. */
  | "spread"
  /** Summed over. */
  | "body"
  /** Read again and again: a side of a product. */
  | "operand";

interface Use {
  readonly user: Node;
  readonly role: Role;
}

/** Which nodes are stored, and which are computed where they are needed. */
export interface Schedule {
  readonly stored: ReadonlySet<Node>;
  /** All that the wanted nodes need, each after what it needs. */
  readonly order: readonly Node[];
}

/** What a view shows. */
export function baseOf(node: Node): Node {
  let base = node;
  while (isView(base)) base = base.inputs[0] as Node;
  return base;
}

export function isLeaf({ op: { kind } }: Node): boolean {
  return kind === "input" || kind === "number" || kind === "position";
}

/**
 * Decides what is stored so that few programs run and little is computed twice. Wanted nodes are stored; what is `given` is
 * stored too, and how it comes about is not looked at.
 */
export function schedule(wanted: readonly Node[], given: ReadonlySet<Node>): Schedule {
  const order = reachable(wanted, given);
  const wantedNodes = new Set(wanted);
  const uses = usesOf(order, wantedNodes, given);
  const costs = new Map<Node, number>();
  const stored = new Set<Node>(given);
  /** Computed once for each element of something stored. */
  const exclusive = new Set<Node>();
  for (const node of [...order].reverse()) {
    if (isLeaf(node) || given.has(node)) continue;
    if (isView(node) && !wantedNodes.has(node)) continue;
    const here = uses.get(node) ?? [];
    const [first] = here;
    const alone = here.length === 1 && first !== undefined;
    const follows = alone && (stored.has(first.user) || exclusive.has(first.user));
    if (wantedNodes.has(node) || node.op.kind === "plane") stored.add(node);
    else if (follows && first.role === "once") exclusive.add(node);
    else if (isHeavy(node)) stored.add(node);
    else if (here.some(({ role }) => role === "operand")) {
      if (!isOneHot(node)) stored.add(node);
    } else if (follows && first.role === "body") continue;
    else if (!isCheap(node, here.length, costs)) stored.add(node);
  }
  return { stored, order };
}

function reachable(wanted: readonly Node[], given: ReadonlySet<Node>): readonly Node[] {
  const found = new Set<Node>();
  const stack = [...wanted];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    if (!given.has(node)) stack.push(...node.inputs);
  }
  // A node is made after what it is made of.
  return [...found].sort((a, b) => a.id - b.id);
}

function usesOf(
  order: readonly Node[],
  wanted: ReadonlySet<Node>,
  given: ReadonlySet<Node>,
): ReadonlyMap<Node, readonly Use[]> {
  const uses = new Map<Node, Use[]>();
  for (const user of order) {
    if (given.has(user) || (isView(user) && !wanted.has(user))) continue;
    user.inputs.forEach((input, place) => {
      const base = baseOf(input);
      const use = { user, role: roleOf(user, input, place) };
      const list = uses.get(base);
      if (list) list.push(use);
      else uses.set(base, [use]);
    });
  }
  return uses;
}

function roleOf(user: Node, input: Node, place: number): Role {
  switch (user.op.kind) {
    case "map":
      return sizeOf(input.shape) <= sizeOf(baseOf(input).shape) &&
        sizeOf(input.shape) === sizeOf(user.shape)
        ? "once"
        : "spread";
    case "concat":
      return "spread";
    case "reduce":
    case "argmax":
      return "body";
    case "gather":
      return place === 0 ? "operand" : "spread";
    case "product":
    case "plane":
    case "deconvolution":
      return "operand";
    default:
      return "once";
  }
}

function isHeavy({ op, inputs: [x] }: Node): boolean {
  switch (op.kind) {
    case "product":
    case "deconvolution":
    case "argmax":
      return true;
    case "reduce":
      return !isShortRow(op.axes, x);
    default:
      return false;
  }
}

function isShortRow(axes: readonly number[], x: Node | undefined): boolean {
  const last = (x?.shape.length ?? 0) - 1;
  return axes.length === 1 && axes[0] === last && (x?.shape[last] ?? 0) <= SHORT_ROW;
}

export function isOneHot({ op, inputs }: Node): boolean {
  return op.kind === "map" && op.apply === "equal" && inputs[1]?.op.kind === "position";
}

function isCheap(node: Node, uses: number, costs: Map<Node, number>): boolean {
  const cost = costOf(node, costs);
  if (node.op.kind === "reduce") return cost <= CHEAP_ROW && uses <= FEW;
  return cost <= CHEAP || (cost <= CHEAP_FOR_FEW && uses <= FEW);
}

/** Roughly, the texels read for four results when nothing below is stored but what must be. */
function costOf(node: Node, costs: Map<Node, number>): number {
  const known = costs.get(node);
  if (known !== undefined) return known;
  const cost = reckon(node, costs);
  costs.set(node, cost);
  return cost;
}

function reckon(node: Node, costs: Map<Node, number>): number {
  const { op, inputs } = node;
  const below = (): number => inputs.reduce((sum, input) => sum + costOf(input, costs), 0);
  switch (op.kind) {
    case "number":
    case "position":
      return 0;
    case "map":
      return below() + (SLOW.has(op.apply) ? 3 : 0.25);
    case "reduce": {
      const [x] = inputs;
      return isHeavy(node) ? 1 : ((x?.shape.at(-1) ?? 1) / 4) * below();
    }
    case "gather":
      return 2;
    case "concat":
      return 2 * below();
    default:
      return isView(node) ? Math.max(1, below()) : 1;
  }
}

const SLOW: ReadonlySet<string> = new Set(["exp", "log", "tanh", "sigmoid"]);
