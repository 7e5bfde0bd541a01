import type { Random } from "../../contract/random.ts";

export interface BatchOrderOptions {
  readonly pictures: number;
  readonly imagesPerBatch: number;
  readonly classes: number;
  /** 0: any picture in any batch; 1: one class a batch. */
  readonly imbalance: number;
  readonly random: Random;
  readonly labelOf: (picture: number) => number;
}

/**
 * Which pictures make up a step's batch. Every epoch is planned by itself, from its own stream, so
 * any step can be asked for at any time; what does not fill a last batch is left out, another lot
 * each epoch.
 */
export class BatchOrder {
  readonly #options: BatchOrderOptions;
  readonly #batchesPerEpoch: number;
  #epoch = -1;
  #plan: Int32Array = new Int32Array(0);

  constructor(options: BatchOrderOptions) {
    this.#options = options;
    this.#batchesPerEpoch = Math.floor(options.pictures / options.imagesPerBatch);
    if (this.#batchesPerEpoch === 0)
      throw new Error(
        `batch order needs a full batch: got ${options.pictures} pictures for batches of ${options.imagesPerBatch}`,
      );
  }

  /** The pictures of a step, counted from 0. */
  indices(step: number): Int32Array {
    const epoch = Math.floor(step / this.#batchesPerEpoch);
    if (epoch !== this.#epoch) {
      this.#plan = planEpoch(this.#options, this.#batchesPerEpoch, epoch);
      this.#epoch = epoch;
    }
    const { imagesPerBatch } = this.#options;
    const from = (step % this.#batchesPerEpoch) * imagesPerBatch;
    return this.#plan.subarray(from, from + imagesPerBatch);
  }
}

/**
 * Deals a shuffled pack, slot by slot. Every batch has a theme, one class, and with probability
 * `imbalance` a slot takes its next picture from the theme's pile instead of the pile it would have
 * taken it from. With imbalance 0 this is a plain shuffle. A pile that runs out begins again, so a
 * class may show some pictures twice in an epoch.
 */
function planEpoch(options: BatchOrderOptions, batches: number, epoch: number): Int32Array {
  const { pictures, imagesPerBatch, classes, imbalance, labelOf } = options;
  const draw = options.random.stream(epoch);
  const pack = draw.shuffle(Array.from({ length: pictures }, (_, picture) => picture));
  const piles = Array.from({ length: classes }, (): number[] => []);
  for (const picture of pack) piles[labelOf(picture)]?.push(picture);
  const taken = piles.map(() => 0);
  const themes = drawThemes(draw, batches, classes);
  return Int32Array.from({ length: batches * imagesPerBatch }, (_, slot) => {
    const theme = themes[Math.floor(slot / imagesPerBatch)] ?? 0;
    const label = draw.uniform() < imbalance ? theme : labelOf(pack[slot] ?? 0);
    const pile = piles[label] ?? [];
    const turn = taken[label] ?? 0;
    taken[label] = turn + 1;
    return pile[turn % pile.length] ?? 0;
  });
}

/** A class for every batch, each about equally often, beginning anywhere. */
function drawThemes(draw: Random, batches: number, classes: number): number[] {
  const first = draw.below(classes);
  return draw.shuffle(Array.from({ length: batches }, (_, batch) => (first + batch) % classes));
}
