import { DataRefused, refused } from "../../contract/data-refused.ts";
import type { Own, OwnPictures } from "../../contract/own-data.ts";
import type { Random } from "../../contract/random.ts";
import type { Workload } from "../../contract/workload.ts";
import { BatchOrder } from "../batching/batch-order.ts";
import { picturesInTurn, themedBatches } from "../batching/themed-batches.ts";
import { inWords } from "./limits.ts";
import { ScaledPictures } from "./scaled-pictures.ts";

const SAMPLES = 6;

export interface OwnPictureOptions {
  readonly imagesPerBatch: number;
  readonly size: number;
  readonly imbalance: number;
  readonly pictures: number;
  readonly heldOut: number;
}

const MISSING =
  "This experiment learns from pictures of your own, which a link cannot hold. Under “Your own data” choose CIFAR-10 binary batches, IDX files, or pictures in class folders.";

/** A learner's pictures, divided by the seed; throws `DataRefused` where training cannot fill one batch. */
export function openOwnPictures(
  own: Own | undefined,
  options: OwnPictureOptions,
  random: Random,
): Workload {
  if (own?.kind !== "pictures") throw new DataRefused(MISSING);
  const { imagesPerBatch, size } = options;
  const { training, heldOut } = divide(own, options, random.stream("split"));
  if (training.length < imagesPerBatch)
    throw refused({
      file: "Your pictures",
      place: null,
      expected: `at least ${imagesPerBatch} to train on, as many as “Images per batch” says`,
      found: inWords(training.length),
    });
  const labelOf = (picture: number): number => own.labels[training[picture] ?? 0] ?? 0;
  const order = new BatchOrder({
    ...options,
    pictures: training.length,
    classes: own.classes.length,
    random: random.stream("order"),
    labelOf,
  });
  const scaled = new ScaledPictures(own, size);
  const batchOf = (pictures: Int32Array) =>
    scaled.batch(pictures.map((picture) => training[picture] ?? 0));
  return {
    facts: { kind: "images", classes: own.classes, size },
    batch: (step) => batchOf(order.indices(step)),
    themed: themedBatches(
      Array.from(training, (_, picture) => picture),
      labelOf,
      random,
      (some, stream) => {
        const turns = picturesInTurn(some, imagesPerBatch, stream);
        return (place) => batchOf(turns(place));
      },
    ),
    heldOut: blocks(heldOut, imagesPerBatch).map((block) => scaled.batch(block)),
    samples: Array.from({ length: Math.min(SAMPLES, training.length) }, (_, sample) => ({
      input: `picture ${training[sample] ?? 0}`,
      output: own.classes[labelOf(sample)] ?? "",
    })),
  };
}

/** Pictures of the test set are held out; without one, a fifth at most of all of them. None is ever on both sides. */
function divide(
  { labels, test }: OwnPictures,
  { pictures, heldOut }: OwnPictureOptions,
  random: Random,
): { readonly training: Int32Array; readonly heldOut: Int32Array } {
  const all = Array.from({ length: labels.length }, (_, picture) => picture);
  const own = random.stream("training").shuffle(all.slice(0, all.length - test));
  const tested = random.stream("test").shuffle(all.slice(all.length - test));
  const apart =
    test > 0
      ? tested.slice(0, heldOut)
      : own.splice(0, Math.min(heldOut, Math.floor(own.length / 5)));
  return { training: Int32Array.from(own.slice(0, pictures)), heldOut: Int32Array.from(apart) };
}

/**
 * Batches as large as training's, so that what a batch's own statistics would give is asked of such batches; what does
 * not fill a last one is left out, unless there would be none.
 */
function blocks(pictures: Int32Array, length: number): readonly Int32Array[] {
  const count = Math.floor(pictures.length / length);
  if (count === 0) return [pictures];
  return Array.from({ length: count }, (_, block) =>
    pictures.subarray(block * length, (block + 1) * length),
  );
}
