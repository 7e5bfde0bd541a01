import * as tf from "@tensorflow/tfjs-core";
import type { Tensor } from "./ops.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

/**
 * x: [batch, height, width, inputs], weight: [h, w, inputs, outputs]. Both gradients are convolutions too, since
 * Conv2DBackpropFilter does not exist on wasm and Conv2DBackpropInput is slow there.
 */
export function convolution(
  tape: Tape | null,
  x: Tensor,
  weight: Tensor,
  stride: number,
  padding: "same" | "valid",
): Tensor {
  const input = raw(x) as tf.Tensor4D;
  const w = raw(weight) as tf.Tensor4D;
  const output = tf.conv2d(input, w, stride, padding);
  tape?.record([input, w], output, (g, [wantInput, wantWeight]) => [
    wantInput ? inputGradient(g as tf.Tensor4D, input, w, stride, padding) : null,
    wantWeight ? filterGradient(g, input, w, stride, padding) : null,
  ]);
  return output;
}

/** At stride 1 with an odd window it is itself a convolution, with the window turned round. */
function inputGradient(
  g: tf.Tensor4D,
  input: tf.Tensor4D,
  w: tf.Tensor4D,
  stride: number,
  padding: "same" | "valid",
): Raw {
  const [height, width] = w.shape;
  if (stride === 1 && padding === "same" && height % 2 === 1 && width % 2 === 1) {
    const turned = tf.transpose<tf.Tensor4D>(tf.reverse(w, [0, 1]), [0, 1, 3, 2]);
    return tf.conv2d(g, turned, 1, "same");
  }
  return tf.conv2dTranspose(g, w, input.shape, stride, padding);
}

/**
 * Itself a convolution: input channels take the batch's place, the output's gradient is the window, and a stride becomes
 * a dilation. Nothing but layouts is moved, and both devices have a fast kernel for it.
 */
function filterGradient(
  g: Raw,
  input: tf.Tensor4D,
  w: tf.Tensor4D,
  stride: number,
  padding: "same" | "valid",
): Raw {
  const [height, width, inputs, outputs] = w.shape;
  const [, rows = 1, columns = 1] = g.shape;
  const padded =
    padding === "same" ? padSame(input, [height, width], [rows, columns], stride) : input;
  const across = tf.transpose<tf.Tensor4D>(padded as tf.Tensor4D, [3, 1, 2, 0]); // [inputs, h, w, batch]
  const window = tf.transpose<tf.Tensor4D>(g as tf.Tensor4D, [1, 2, 0, 3]); // [rows, columns, batch, outputs]
  const found = tf.conv2d(across, window, 1, "valid", "NHWC", stride); // [inputs, ≥ h, ≥ w, outputs]
  const kept = tf.slice(found, [0, 0, 0, 0], [inputs, height, width, outputs]);
  return tf.transpose(kept, [1, 2, 0, 3]);
}

/** Zeros as TensorFlow's "same" puts them: the odd one at the bottom and right. */
function padSame(
  input: tf.Tensor4D,
  window: readonly [number, number],
  outputs: readonly [number, number],
  stride: number,
): Raw {
  const need = ([0, 1] as const).map((axis) =>
    Math.max(0, (outputs[axis] - 1) * stride + window[axis] - (input.shape[axis + 1] ?? 0)),
  ) as [number, number];
  const around = need.map((n): [number, number] => [Math.floor(n / 2), n - Math.floor(n / 2)]);
  return tf.pad(input, [[0, 0], ...around, [0, 0]] as [number, number][]);
}
