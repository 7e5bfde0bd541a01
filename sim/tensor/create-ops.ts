import * as tf from "@tensorflow/tfjs-core";
import { arithmetic } from "./arithmetic.ts";
import { attention } from "./attention.ts";
import type { Constants } from "./constants.ts";
import { convolution } from "./convolution.ts";
import { crossEntropy } from "./cross-entropy.ts";
import { embedding } from "./embedding.ts";
import { linear, matMul } from "./linear.ts";
import { channelMoments } from "./moments.ts";
import type { Ops, Tensor } from "./ops.ts";
import { scaleAndShift } from "./scale-and-shift.ts";
import { shapes } from "./shapes.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";
import { standardiseTokens } from "./tokens.ts";

/** The operations on the device that is open. With a tape they can be differentiated; without, they only compute. */
export function createOps(constants: Constants, tape: Tape | null): Ops {
  return {
    constant: (name, shape, values) =>
      constants.named(`${name}/${shape.join("×")}`, () =>
        tf.tensor(Float32Array.from(values()), [...shape]),
      ),
    now: (clock, from) => from(clock),
    phase: (clock, from) => from(clock),
    fill: (shape, value) => tf.fill([...shape], value),
    ...arithmetic(constants, tape),
    ...shapes(tape),
    matMul: (a, b) => matMul(tape, a, b),
    linear: (x, weight) => linear(tape, x, weight),
    convolution: (x, weight, stride, padding) => convolution(tape, x, weight, stride, padding),
    embedding: (table, ids) => embedding(tape, table, ids),
    attention: (parts) => attention(constants, tape, parts),
    channelMoments: (x, mask) => channelMoments(constants, tape, x, mask),
    standardiseTokens: (x, options) => standardiseTokens(tape, x, options),
    scaleAndShift: (x, options) => scaleAndShift(constants, tape, x, options),
    crossEntropy: (parts) => crossEntropy(constants, tape, parts),
    // A fresh handle that the tape has never seen.
    stopGradient: (x) => tf.clone(raw(x)),
    customGradient: (inputs, output, backward) => custom(tape, inputs, output, backward),
  };
}

function custom(
  tape: Tape | null,
  inputs: readonly Tensor[],
  output: () => Tensor,
  backward: (gradient: Tensor) => readonly (Tensor | null)[],
): Tensor {
  const fresh = tf.clone(raw(output()));
  tape?.record(inputs.map(raw), fresh, (g) =>
    backward(g).map((part): Raw | null => (part ? raw(part) : null)),
  );
  return fresh;
}
