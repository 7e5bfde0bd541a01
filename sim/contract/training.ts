import type { ParamSpecs, ParamValues } from "./params.ts";

/** How a task is trained; the same for all its lanes. */
export const TRAINING = {
  learningRate: {
    kind: "range",
    label: "Learning rate",
    about: "The size of a step at the peak of the schedule.",
    effect: "live",
    min: 1e-5,
    max: 1,
    step: 1e-5,
    scale: "log",
    initial: 0.003,
  },
  schedule: {
    kind: "choice",
    label: "Schedule",
    about:
      "How the rate goes after warm-up: down with the inverse square root of the step, or level.",
    effect: "restart",
    options: ["inverse-square-root", "constant"],
    initial: "inverse-square-root",
  },
  warmUp: {
    kind: "range",
    label: "Warm-up",
    about:
      "Steps in which the learning rate climbs from nothing; PowerNorm uses batch statistics as long.",
    effect: "restart",
    min: 0,
    max: 4000,
    step: 1,
    unit: "steps",
    initial: 200,
  },
  optimiser: {
    kind: "choice",
    label: "Optimiser",
    about: "How a gradient becomes a step.",
    effect: "restart",
    options: ["adam", "momentum", "sgd"],
    initial: "adam",
  },
  alpha: {
    kind: "range",
    label: "Running-average momentum α",
    about:
      "The share of the old running value that each step keeps; 0.9 remembers about ten steps.",
    effect: "live",
    min: 0,
    max: 0.999,
    step: 0.001,
    initial: 0.9,
  },
  labelSmoothing: {
    kind: "range",
    label: "Label smoothing",
    about: "The share of every target that is spread over all classes.",
    effect: "restart",
    min: 0,
    max: 0.3,
    step: 0.01,
    initial: 0,
  },
} as const satisfies ParamSpecs;

export type TrainingValues = ParamValues<typeof TRAINING>;
