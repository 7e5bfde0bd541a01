import { buffersOf, copyOf } from "../contract/checkpoint.ts";
import type { Checkpoint } from "../contract/checkpoint.ts";
import type { RunId } from "../contract/protocol.ts";
import { refuseIfBroken } from "../tensor/device-trouble.ts";
import type { Lockstep } from "../train/lockstep.ts";
import { CheckpointRing } from "./checkpoint-ring.ts";
import { failure } from "./failure.ts";
import type { HostParts } from "./host-parts.ts";

/** Steps between two checkpoints, at least. */
const EVERY = 10;
/** The page is given one at most this often: a copy of some hundred kilobytes to some megabytes. */
const HAND_OVER_EVERY_MS = 2000;

/** Takes checkpoints of a run between its steps, holds them, and now and then hands one to the page. */
export class CheckpointKeeper {
  readonly #run: RunId;
  readonly #parts: HostParts;
  readonly #lockstep: Lockstep;
  readonly #ring = new CheckpointRing();
  /** A checkpoint on its way from the device. */
  #saving: Promise<void> | null = null;
  #handedOverAt = -Infinity;

  private constructor(run: RunId, parts: HostParts, lockstep: Lockstep) {
    this.#run = run;
    this.#parts = parts;
    this.#lockstep = lockstep;
  }

  /** Holds the start of the run; and where it goes on from, if that is later. */
  static async open(
    run: RunId,
    parts: HostParts,
    lockstep: Lockstep,
    from: Checkpoint | null,
  ): Promise<CheckpointKeeper> {
    const keeper = new CheckpointKeeper(run, parts, lockstep);
    keeper.#ring.add(await lockstep.save());
    if (from) {
      lockstep.restore(from);
      keeper.#ring.add(from);
    }
    return keeper;
  }

  /**
   * Begins a checkpoint if one is due, after a drain. It is brought over while steps are taken, and handed on once the page
   * has been told of all the steps before it.
   */
  keep(reported: Promise<void>): void {
    const due = (this.#ring.newest?.step ?? 0) + EVERY;
    if (this.#saving || this.#lockstep.step < due) return;
    this.#saving = this.#save(reported);
  }

  /**
   * Puts the run back to the newest checkpoint at or before a step, and hands that to the page's keeping. What came after
   * the step is forgotten.
   */
  async goBack(to: number): Promise<Checkpoint> {
    await this.#saving;
    const checkpoint = this.#ring.before(to);
    if (!checkpoint) throw new Error(`there is no checkpoint at or before step ${to}`);
    this.#ring.forgetAfter(to);
    this.#lockstep.restore(checkpoint);
    return checkpoint;
  }

  async #save(reported: Promise<void>): Promise<void> {
    try {
      const [checkpoint] = await Promise.all([this.#lockstep.save(), reported]);
      refuseIfBroken();
      this.#ring.add(checkpoint);
      this.#handOver(checkpoint);
    } catch (error) {
      this.#parts.post(failure(this.#run, error), []);
    } finally {
      this.#saving = null;
    }
  }

  #handOver(checkpoint: Checkpoint): void {
    const { now, post } = this.#parts;
    if (now() - this.#handedOverAt < HAND_OVER_EVERY_MS) return;
    this.#handedOverAt = now();
    const copy = copyOf(checkpoint);
    post({ type: "checkpoint", run: this.#run, checkpoint: copy }, buffersOf(copy));
  }
}
