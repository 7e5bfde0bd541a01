import type { Batch } from "../contract/batch.ts";
import type { Mode } from "../contract/net.ts";
import type { Engine } from "../plan/engine.ts";
import type { Tensor } from "../tensor/ops.ts";
import type { SavedState } from "./checkpoint.ts";
import type { Moment } from "./lane-setup.ts";

/** A mode that changes nothing. */
export type Looking = Exclude<Mode, "train">;

/** Numbers that wait on the device: a tensor, or a lane's row of a run. */
export type Pending =
  | { readonly kind: "tensor"; readonly tensor: Tensor }
  | { readonly kind: "row"; readonly run: number; readonly lane: number };

/** The lanes of one task, stepping together on a device. It knows how a step is computed, and nothing of when. */
export interface Crew {
  /** One step of those lanes; what each measured waits on the device. Lanes are counted within the crew. */
  step(batch: Batch, now: Moment, lanes: readonly number[]): ReadonlyMap<number, Pending>;
  /** Makes everything ready for a step with a batch of this shape, and changes nothing. */
  warm(batch: Batch, now: Moment): Promise<void>;
  /** Loss and accuracy, [2], of those lanes on one held-out batch. */
  score(
    heldOut: number,
    now: Moment,
    mode: Looking,
    lanes: readonly number[],
  ): ReadonlyMap<number, Pending>;
  /** The likeliest class of every row: for sentences the next word after every prefix, ids row-major. */
  predict(lane: number, batch: Batch, now: Moment, mode: Looking): Promise<Int32Array>;
  /** What each lane carries, as it is at this call; bringing it over need not be waited for. */
  save(): Promise<readonly SavedState[]>;
  /** Goes on from what was saved of lanes of the same setup; throws when the parts do not fit. */
  load(saved: readonly SavedState[]): void;
  dispose(): void;
}

/** Brings pending numbers over, in one download for all. */
export interface Carrier {
  gather(pending: readonly Pending[]): Promise<readonly Float32Array[]>;
  /** Lets go of numbers that nobody will ask for. */
  forget(pending: readonly Pending[]): void;
}

export function engineCarrier(engine: Engine): Carrier {
  return {
    async gather(pending) {
      const runs = pending.map((one) => {
        if (one.kind !== "row") throw new Error("a tensor is not in any run");
        return one;
      });
      const rows = await engine.take(new Set(runs.map(({ run }) => run)));
      return runs.map(({ run, lane }) => rowOf(rows, run, lane));
    },
    // The engine lets go by itself of rows that nobody takes.
    forget() {},
  };
}

/** One lane's row of a run. */
export function rowOf(
  rows: ReadonlyMap<number, readonly Float32Array[]>,
  run: number,
  lane: number,
): Float32Array {
  const row = rows.get(run)?.[lane];
  if (!row) throw new Error(`run ${run} left no row of lane ${lane}`);
  return row;
}
