import type { Node } from "./graph.ts";
import type { Plan } from "./plan.ts";

/** One lane's step as a plan, and what its wanted nodes are for. */
export interface LanePlan {
  readonly plan: Plan;
  /** State by name: the node that is its next value. */
  readonly next: ReadonlyMap<string, Node>;
  /** What is reported, in groups that each become one stretch of the lane's row. */
  readonly row: readonly Node[];
  /** For each group, the sizes of the parts in it; each part begins at a whole texel. */
  readonly rowParts: readonly (readonly number[])[];
  readonly live: ReadonlyMap<string, () => number>;
}

export interface StateSpec {
  readonly name: string;
  readonly shape: readonly number[];
}

/** The arrays of a batch, by field. */
export type Arrays = Readonly<Record<string, ArrayLike<number>>>;

/** What a lane carries, by name. */
export type States = ReadonlyMap<string, Float32Array>;

/** Lanes side by side on one device: what they carry from step to step, and what was recorded for each shape of batch. */
export interface Stage {
  /** Makes what was recorded ready to be run under this key; a lane without a plan takes no part in it. */
  compile(key: string, plans: readonly (LanePlan | null)[]): void;
  /**
   * Runs what was recorded under a key, for lanes that go on. `advances` where the lanes' state moves on. Gives the number
   * under which the engine keeps the rows.
   */
  run(key: string, feeds: Arrays, advances: boolean): number;
  /** From now on only for lanes that go on. */
  keep(goesOn: (lane: number) => boolean): void;
  load(lane: number, spec: StateSpec, values: ArrayLike<number>): void;
  /** Everything as it is at this call, by lane; bringing it over need not be waited for. */
  save(specs: readonly (readonly StateSpec[])[]): Promise<readonly States[]>;
  dispose(): void;
}

/** A device that replays recorded steps. */
export interface Engine {
  /** Room for lanes side by side. */
  stage(lanes: number): Stage;
  /** The rows of those runs, by run and lane: in one download, with whatever else waits. Each can be taken once. */
  take(runs: ReadonlySet<number>): Promise<ReadonlyMap<number, readonly Float32Array[]>>;
  /**
   * Things held on the device, without those that each recording brings once, nor those of checkpoints on their way; and
   * bytes of all.
   */
  readonly held: { readonly things: number; readonly bytes: number };
  dispose(): void;
}
