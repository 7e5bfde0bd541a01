import type { Batch } from "../contract/batch.ts";
import { dispose, download, joined } from "../tensor/engine.ts";
import type { Tensor } from "../tensor/ops.ts";
import type { SavedState } from "./checkpoint.ts";
import type { Carrier, Crew, Looking, Pending } from "./crew.ts";
import { disposeFeed, feedOf } from "./feed.ts";
import type { Feed } from "./feed.ts";
import type { Lane } from "./lane.ts";
import type { Moment } from "./lane-setup.ts";

/** Lanes that compute every step one operation after another, on the device of TensorFlow.js that is open. */
export class ComposedCrew implements Crew {
  readonly #lanes: readonly Lane[];
  /** Held-out batches, kept on the device. */
  readonly #heldOut: readonly Feed[];

  constructor(lanes: readonly Lane[], heldOut: readonly Batch[]) {
    this.#lanes = lanes;
    this.#heldOut = heldOut.map(feedOf);
  }

  step(batch: Batch, now: Moment, lanes: readonly number[]): ReadonlyMap<number, Pending> {
    const feed = feedOf(batch);
    const rows = this.#each(lanes, (lane) => lane.step(feed, now));
    disposeFeed(feed);
    return rows;
  }

  /** Kernels are compiled as they are met: only a whole step makes a step ready. */
  async warm(batch: Batch, now: Moment): Promise<void> {
    const feed = feedOf(batch);
    const rows = this.#lanes.map((lane) => lane.rehearse(feed, now));
    disposeFeed(feed);
    await tensorCarrier.gather(rows.map((tensor) => ({ kind: "tensor", tensor })));
  }

  score(
    heldOut: number,
    now: Moment,
    mode: Looking,
    lanes: readonly number[],
  ): ReadonlyMap<number, Pending> {
    const feed = this.#heldOut[heldOut];
    if (!feed) throw new Error(`there is no held-out batch ${heldOut}`);
    return this.#each(lanes, (lane) => lane.evaluate(feed, now, mode));
  }

  async predict(lane: number, batch: Batch, now: Moment, mode: Looking): Promise<Int32Array> {
    const feed = feedOf(batch);
    try {
      return await this.#lane(lane).predict(feed, now, mode);
    } finally {
      disposeFeed(feed);
    }
  }

  save(): Promise<readonly SavedState[]> {
    return Promise.all(this.#lanes.map((lane) => lane.save()));
  }

  load(states: readonly SavedState[]): void {
    states.forEach((saved, index) => this.#lane(index).load(saved));
  }

  dispose(): void {
    this.#heldOut.forEach(disposeFeed);
  }

  #lane(index: number): Lane {
    const lane = this.#lanes[index];
    if (!lane) throw new Error(`there is no lane ${index}`);
    return lane;
  }

  #each(lanes: readonly number[], work: (lane: Lane) => Tensor): ReadonlyMap<number, Pending> {
    return new Map(
      lanes.map((index) => [index, { kind: "tensor", tensor: work(this.#lane(index)) }]),
    );
  }
}

/** Brings tensors over end to end. */
export const tensorCarrier: Carrier = {
  async gather(pending) {
    const tensors = pending.map(tensorOf);
    if (tensors.length === 0) return [];
    const block = joined(tensors);
    dispose(tensors);
    const coming = download(block);
    // The device keeps what is being read until that is done.
    dispose([block]);
    const numbers = await coming;
    let at = 0;
    return tensors.map(({ shape }) => {
      const size = shape.reduce((product, n) => product * n, 1);
      at += size;
      return numbers.subarray(at - size, at);
    });
  },
  forget(pending) {
    dispose(pending.map(tensorOf));
  },
};

function tensorOf(pending: Pending): Tensor {
  if (pending.kind !== "tensor") throw new Error("a run's row is no tensor");
  return pending.tensor;
}
