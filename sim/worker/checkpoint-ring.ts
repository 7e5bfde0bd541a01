import { bytesOf } from "../contract/checkpoint.ts";
import type { Checkpoint } from "../contract/checkpoint.ts";

/** Together no more than these, but never fewer than `FEWEST`. */
const MOST = 16;
const MOST_BYTES = 128 * 2 ** 20;
const FEWEST = 3;

/** Checkpoints of the last steps stay while there is room: the distance one goes back at once, and some more. */
const NEAR = 60;

/**
 * Checkpoints of a run, oldest first: its start and its newest always, dense near the newest and sparse far back, so that
 * any step can be reached again from one not far before it.
 */
export class CheckpointRing {
  #kept: readonly Checkpoint[] = [];

  get steps(): readonly number[] {
    return this.#kept.map(({ step }) => step);
  }

  get newest(): Checkpoint | undefined {
    return this.#kept.at(-1);
  }

  /** The newest at or before this step. */
  before(step: number): Checkpoint | undefined {
    return this.#kept.findLast((checkpoint) => checkpoint.step <= step);
  }

  add(checkpoint: Checkpoint): void {
    this.forgetAfter(checkpoint.step - 1);
    this.#kept = [...this.#kept, checkpoint];
    const room = Math.floor(MOST_BYTES / Math.max(1, bytesOf(checkpoint)));
    const most = Math.min(MOST, Math.max(FEWEST, room));
    while (this.#kept.length > most) this.#dropOne();
  }

  /** What came after this step is no longer how the run went. */
  forgetAfter(step: number): void {
    this.#kept = this.#kept.filter((checkpoint) => checkpoint.step <= step);
  }

  /** Of those between the start and the near ones, lets go of the one that leaves the smallest gap for its age. */
  #dropOne(): void {
    const { steps } = this;
    const newest = steps.at(-1) ?? 0;
    const inner = steps.map((_, i) => i).slice(1, -1);
    const far = inner.filter((i) => newest - (steps[i] ?? 0) > NEAR);
    const costs = (far.length > 0 ? far : inner).map((i) => {
      const gap = (steps[i + 1] ?? 0) - (steps[i - 1] ?? 0);
      return { i, cost: gap / (newest - (steps[i] ?? 0)) };
    });
    const cheapest = costs.reduce((best, other) => (other.cost < best.cost ? other : best));
    this.#kept = this.#kept.filter((_, i) => i !== cheapest.i);
  }
}
