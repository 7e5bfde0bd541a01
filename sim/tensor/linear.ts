import * as tf from "@tensorflow/tfjs-core";
import type { Tensor } from "./ops.ts";
import { product } from "./product.ts";
import { asRows, lastOf } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Tape } from "./tape.ts";

/** a: [rows, inner], b: [inner, columns]. */
export function matMul(tape: Tape | null, a: Tensor, b: Tensor): Tensor {
  const left = raw(a);
  const right = raw(b);
  const output = tf.matMul(left, right);
  tape?.record([left, right], output, (g, [wantLeft, wantRight]) => [
    wantLeft ? product(g, right, { right: true }) : null,
    wantRight ? product(left, g, { left: true }) : null,
  ]);
  return output;
}

/** x: […, inputs], weight: [inputs, outputs] → […, outputs]. */
export function linear(tape: Tape | null, x: Tensor, weight: Tensor): Tensor {
  const input = raw(x);
  const w = raw(weight);
  if (lastOf(input) !== w.shape[0])
    throw new Error(`linear: ${lastOf(input)} channels meet a weight of [${w.shape.join(", ")}]`);
  const rows = asRows(input);
  const output = tf.reshape(tf.matMul(rows, w), [...input.shape.slice(0, -1), lastOf(w)]);
  tape?.record([input, w], output, (g, [wantInput, wantWeight]) => {
    const gradient = asRows(g);
    return [
      wantInput ? tf.reshape(product(gradient, w, { right: true }), input.shape) : null,
      wantWeight ? product(rows, gradient, { left: true }) : null,
    ];
  });
  return output;
}
