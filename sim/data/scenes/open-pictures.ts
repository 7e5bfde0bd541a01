import type { Random } from "../../contract/random.ts";
import type { Workload } from "../../contract/workload.ts";
import { BatchOrder } from "../batching/batch-order.ts";
import { picturesInTurn, themedBatches } from "../batching/themed-batches.ts";
import { DRAWINGS } from "./drawings.ts";
import { labelOf, PictureStore } from "./picture-store.ts";

const HELD_OUT = 512;
const SAMPLES = 6;

export interface PictureOptions {
  readonly imagesPerBatch: number;
  readonly size: number;
  readonly colourVariance: number;
  readonly imbalance: number;
  readonly pictures: number;
}

/** A training set of generated pictures, and 512 others from a stream of their own. */
export function openPictures(options: PictureOptions, random: Random): Workload {
  const { size, colourVariance, pictures, imagesPerBatch } = options;
  const store = (name: string, count: number): PictureStore =>
    new PictureStore({ count, size, colourVariance, random: random.stream(name) });
  const training = store("training", pictures);
  const heldOut = store("held-out", HELD_OUT);
  const classes = DRAWINGS.map((drawing) => drawing.name);
  const order = new BatchOrder({
    ...options,
    classes: classes.length,
    random: random.stream("order"),
    labelOf,
  });
  return {
    facts: { kind: "images", classes, size },
    batch: (step) => training.batch(order.indices(step)),
    themed: themedBatches(
      Array.from({ length: pictures }, (_, picture) => picture),
      labelOf,
      random,
      (some, stream) => {
        const turns = picturesInTurn(some, imagesPerBatch, stream);
        return (place) => training.batch(turns(place));
      },
    ),
    // As large as training's, so that what a batch's own statistics would give is asked of such batches.
    heldOut: Array.from({ length: Math.floor(HELD_OUT / imagesPerBatch) }, (_, block) =>
      heldOut.batch(
        Int32Array.from({ length: imagesPerBatch }, (_, i) => block * imagesPerBatch + i),
      ),
    ),
    samples: Array.from({ length: SAMPLES }, (_, sample) => {
      const picture = random.stream("samples").stream(sample).below(pictures);
      return { input: `picture ${picture}`, output: classes[labelOf(picture)] ?? "" };
    }),
  };
}
