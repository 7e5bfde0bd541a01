import { defineWorkload } from "../contract/workload.ts";

/** Pictures that a learner brings: CIFAR-10's binary batches, IDX files such as MNIST's, or class folders. */
export default defineWorkload({
  id: "own-pictures",
  name: "Your own pictures",
  about:
    "Pictures from your own files are told apart by their classes. They are read in this page and go nowhere.",
  kind: "images",
  needs: "pictures",
  items: "images",
  score: "class accuracy",
  theme: "class",
  params: {
    imagesPerBatch: {
      kind: "range",
      label: "Images per batch",
      about: "How many pictures one step sees; fewer make its statistics noisier.",
      effect: "restart",
      min: 2,
      max: 256,
      step: 1,
      unit: "images",
      initial: 64,
    },
    size: {
      kind: "range",
      label: "Picture size",
      about: "The side to which every picture is scaled; every pixel is one more sample.",
      effect: "restart",
      min: 8,
      max: 32,
      step: 8,
      unit: "px",
      initial: 16,
    },
    imbalance: {
      kind: "range",
      label: "Class imbalance",
      about: "How far a batch keeps to one class: 0 mixes all, 1 gives every batch a single class.",
      effect: "restart",
      min: 0,
      max: 1,
      step: 0.05,
      initial: 0,
    },
    pictures: {
      kind: "range",
      label: "Training pictures",
      about: "How many pictures at most are trained on, chosen by the seed.",
      effect: "restart",
      min: 100,
      max: 200_000,
      step: 1,
      scale: "log",
      unit: "images",
      initial: 50_000,
    },
    heldOut: {
      kind: "range",
      label: "Held-out pictures",
      about:
        "Pictures kept apart from training: from the test set if you gave one, else a fifth of all at most.",
      effect: "restart",
      min: 64,
      max: 2048,
      step: 64,
      unit: "images",
      initial: 512,
    },
  },
  async open(params, random, own) {
    const { openOwnPictures } = await import("../data/own/open-own-pictures.ts");
    return openOwnPictures(own, params, random);
  },
});
