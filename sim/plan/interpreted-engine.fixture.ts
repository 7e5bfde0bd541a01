import type { Arrays, Engine, LanePlan, Stage, StateSpec, States } from "./engine.ts";
import { sizeOf } from "./graph.ts";
import type { Node } from "./graph.ts";
import { interpret } from "./interpret.fixture.ts";
import type { Values } from "./interpret.fixture.ts";
import type { Kernel, Root } from "./kernel.ts";

interface InterpretedEngine extends Engine {
  /** Every set of plans that was made ready, by its key. */
  readonly compiled: ReadonlyMap<string, readonly (LanePlan | null)[]>;
}

/**
 * Replays plans without a device, kernel by kernel in the plan's order, each reading what it says it reads and nothing else.
 * All that the real engine does but its program texts and textures.
 */
export function interpretedEngine(): InterpretedEngine {
  const rows = new Map<number, readonly Float32Array[]>();
  const compiled = new Map<string, readonly (LanePlan | null)[]>();
  let runs = 0;
  return {
    compiled,
    held: { things: 0, bytes: 0 },
    stage: (lanes) =>
      new InterpretedStage(lanes, compiled, (row) => {
        rows.set(runs, row);
        return runs++;
      }),
    take: (wanted) =>
      Promise.resolve(new Map([...wanted].flatMap((run) => [[run, rows.get(run) ?? []] as const]))),
    dispose() {},
  };
}

class InterpretedStage implements Stage {
  readonly #states: Map<string, Values>[];
  readonly #compiled: Map<string, readonly (LanePlan | null)[]>;
  readonly #report: (row: readonly Float32Array[]) => number;
  #goesOn: (lane: number) => boolean = () => true;

  constructor(
    lanes: number,
    compiled: Map<string, readonly (LanePlan | null)[]>,
    report: (row: readonly Float32Array[]) => number,
  ) {
    this.#states = Array.from({ length: lanes }, () => new Map());
    this.#compiled = compiled;
    this.#report = report;
  }

  compile(key: string, plans: readonly (LanePlan | null)[]): void {
    this.#compiled.set(key, plans);
  }

  run(key: string, feeds: Arrays, advances: boolean): number {
    const plans = this.#compiled.get(key);
    if (!plans) throw new Error(`nothing was recorded as "${key}"`);
    const row = plans.map((plan, lane) => {
      const state = this.#states[lane];
      if (!plan || !state || !this.#goesOn(lane)) return new Float32Array(0);
      const stored = ran(plan, state, feeds);
      if (advances)
        for (const [name, node] of plan.next) state.set(name, stored.get(node) as Values);
      return rowOf(plan, stored);
    });
    return this.#report(row);
  }

  keep(goesOn: (lane: number) => boolean): void {
    this.#goesOn = goesOn;
  }

  load(lane: number, { name }: StateSpec, values: ArrayLike<number>): void {
    this.#states[lane]?.set(name, Float32Array.from(values));
  }

  save(specs: readonly (readonly StateSpec[])[]): Promise<readonly States[]> {
    return Promise.resolve(
      specs.map(
        (own, lane) =>
          new Map(
            own.map(({ name }) => [name, this.#states[lane]?.get(name) ?? new Float32Array(0)]),
          ),
      ),
    );
  }

  dispose(): void {
    for (const state of this.#states) state.clear();
  }
}

/** What all kernels of a plan left behind. */
function ran(
  { plan, live }: LanePlan,
  state: ReadonlyMap<string, Values>,
  feeds: Arrays,
): ReadonlyMap<Node, Values> {
  const stored = new Map<Node, Values>();
  const kept = new Set(plan.stored);
  for (const kernel of plan.kernels) {
    const fresh = new Map<Node, Values>();
    for (const root of kernel.roots) {
      const values = interpret(root.node, (node) => {
        if (node === root.node) return null;
        if (node.op.kind !== "input") return kept.has(node) ? readFrom(node, kernel, fresh) : null;
        return node.op.source.kind === "live"
          ? Float32Array.of(live.get(node.op.source.key)?.() ?? Number.NaN)
          : readFrom(node, kernel, fresh);
      });
      fresh.set(root.node, values);
      keep(stored, root, values);
    }
  }
  return stored;

  function readFrom(node: Node, { reads }: Kernel, own: ReadonlyMap<Node, Values>): Values {
    const here = own.get(node);
    if (here) return here;
    if (!reads.includes(node)) throw new Error(`a kernel does not say that it reads ${node.id}`);
    const values =
      node.op.kind === "input" ? sourceOf(node, state, feeds) : (stored.get(node) ?? null);
    if (!values) throw new Error(`a kernel reads ${node.op.kind} ${node.id} before it is written`);
    return values;
  }
}

function sourceOf(
  node: Node,
  state: ReadonlyMap<string, Values>,
  feeds: Arrays,
): Float32Array | null {
  if (node.op.kind !== "input") return null;
  const { source } = node.op;
  switch (source.kind) {
    case "state":
      return state.get(source.name) ?? null;
    case "feed":
      return Float32Array.from(feeds[source.name] ?? []);
    case "constant":
      return Float32Array.from(source.values);
    case "live":
      return null;
  }
}

function keep(stored: Map<Node, Values>, { node, within }: Root, values: Values): void {
  if (!within) {
    stored.set(node, values);
    return;
  }
  const whole = stored.get(within.node) ?? new Float32Array(sizeOf(within.node.shape));
  whole.set(values, within.texel * 4);
  stored.set(within.node, whole);
}

function rowOf({ row, rowParts }: LanePlan, stored: ReadonlyMap<Node, Values>): Float32Array {
  const numbers = row.flatMap((node, group) => {
    const values = stored.get(node) ?? new Float32Array(0);
    let at = 0;
    return (rowParts[group] ?? []).flatMap((size) => {
      const part = [...values.subarray(at, at + size)];
      at += Math.ceil(size / 4) * 4;
      return part;
    });
  });
  return Float32Array.from(numbers);
}
