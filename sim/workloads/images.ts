import { defineWorkload } from "../contract/workload.ts";

/**
 * Small generated scenes of ten kinds (a boat, a cat, a house…) on noisy backdrops, in changing
 * light, sometimes half hidden. Colours overlap between the classes, so a network has to look at
 * shapes.
 */
export default defineWorkload({
  id: "images",
  name: "Pictures",
  about:
    "Tell ten kinds of small scene apart: sun, moon, mountain, tree, flower, house, boat, car, fish and cat.",
  kind: "images",
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
      about: "The side of a picture; every pixel is one more sample in a batch's statistics.",
      effect: "restart",
      min: 8,
      max: 32,
      step: 8,
      unit: "px",
      initial: 8,
    },
    colourVariance: {
      kind: "range",
      label: "Colour variance",
      about: "How much brightness, contrast and tint differ from one picture to the next.",
      effect: "restart",
      min: 0,
      max: 1,
      step: 0.05,
      initial: 0.5,
    },
    imbalance: {
      kind: "range",
      label: "Class imbalance",
      about:
        "How far a batch keeps to one class: 0 mixes all ten, 1 gives every batch a single class.",
      effect: "restart",
      min: 0,
      max: 1,
      step: 0.05,
      initial: 0,
    },
    pictures: {
      kind: "range",
      label: "Training pictures",
      about: "How many different pictures there are to learn from; few are soon known by heart.",
      effect: "restart",
      min: 256,
      max: 20000,
      step: 1,
      unit: "images",
      initial: 4000,
    },
  },
  async open(params, random) {
    const { openPictures } = await import("../data/scenes/open-pictures.ts");
    return openPictures(params, random);
  },
});
