import powerNorm from "../normalisers/power-norm.ts";
import powerNormPlain from "../normalisers/power-norm-plain.ts";
import { optimisers } from "../train/optimiser.ts";
import { at, mask, normal, positive } from "./twin-case.ts";
import type { TwinCase } from "./twin-case.ts";

const STEP = 5;

const updates: readonly TwinCase[] = (["adam", "momentum", "sgd"] as const).flatMap((name) =>
  // A slab of whole texels, as lanes have it, and one that is none.
  [4096, 301].map((size) => ({
    name: `${name} on ${size} parameters`,
    inputs: [normal(size), normal(size), normal(size), positive(size)],
    run: (tf, inputs) => {
      const optimiser = optimisers[name];
      const { parameters, state } = optimiser.update(tf, {
        parameters: at(inputs, 0),
        gradient: at(inputs, 1),
        state: inputs.slice(2, 2 + optimiser.slots),
        atStep: (from) => tf.now({ step: STEP }, ({ step }) => from(step)),
        rate: tf.now({ step: STEP }, ({ step }) => 0.01 / step),
      });
      return [parameters, ...state];
    },
    forwardOnly: true,
  })),
);

/** While it warms up and after, with padding and without. */
const powerNorms: readonly TwinCase[] = [powerNorm, powerNormPlain].flatMap((method) =>
  (
    [
      [3, 5, 8, 2, 10, false],
      [3, 5, 8, 2, 0, true],
      [20, 15, 6, 2, 0, true],
      [20, 15, 33, 1, 0, false],
    ] as const
  ).map(([batch, length, channels, heads, warmUp, padded]) => ({
    name: `${method.id} of [${batch}, ${length}, ${channels}]${padded ? ", padding" : ""}, ${warmUp > 0 ? "warming up" : "warm"}`,
    inputs: [
      normal(batch, length, channels),
      positive(channels),
      normal(channels),
      { ...positive(channels), fixed: true },
      normal(channels),
      ...(padded ? [mask(batch, length)] : []),
    ],
    run: (tf, inputs) => {
      const real = padded ? at(inputs, 5) : null;
      const { y, memory } = method.normalise?.(tf, at(inputs, 0), {
        mode: "train",
        shape: { channels, layout: "sequence", heads },
        clock: { step: STEP, steps: 100, warmUp, alpha: 0.9 },
        mask: real,
        moments: tf.channelMoments(at(inputs, 0), real),
        weights: { gain: at(inputs, 1), bias: at(inputs, 2) },
        memory: { phi: at(inputs, 3), emaGz: at(inputs, 4) },
        params: { backwardDivisor: "batch" },
      }) ?? { y: at(inputs, 0), memory: {} };
      return [y, ...Object.values(memory).filter((value) => value !== undefined)];
    },
  })),
);

/** Optimisers on a slab of weights, and Power Normalisation with its approximate backward pass. */
export const methodCases: readonly TwinCase[] = [...updates, ...powerNorms];
