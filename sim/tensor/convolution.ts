import * as tf from "@tensorflow/tfjs-core";
import type { Tensor } from "./ops.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

/**
 * x: [batch, height, width, inputs], weight: [h, w, inputs, outputs]. The filter's gradient is one product of the
 * gradient with the input's windows laid side by side: Conv2DBackpropFilter does not exist on wasm, and TensorFlow.js's
 * WebGL version sums serially over batch, height and width in a single invocation.
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
    const turned = tf.transpose(tf.reverse(w, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
    return tf.conv2d(g, turned, 1, "same");
  }
  return tf.conv2dTranspose(g, w, input.shape, stride, padding);
}

function filterGradient(
  g: Raw,
  input: tf.Tensor4D,
  w: tf.Tensor4D,
  stride: number,
  padding: "same" | "valid",
): Raw {
  const [height, width, inputs, outputs] = w.shape;
  const [batch = 1, rows = 1, columns = 1] = g.shape;
  const padded =
    padding === "same" ? padSame(input, [height, width], [rows, columns], stride) : input;
  const windows: Raw[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      windows.push(
        tf.reshape(shifted(padded, y, x, rows, columns, stride), [batch * rows * columns, inputs]),
      );
  const patches = windows.length === 1 ? (windows[0] as Raw) : tf.concat(windows, 1); // [positions, h·w·inputs]
  const gradient = tf.reshape(g, [batch * rows * columns, outputs]);
  return tf.reshape(tf.matMul(patches, gradient, true, false), w.shape);
}

/** The value that the window's cell (y, x) meets at every output position. */
function shifted(
  padded: Raw,
  y: number,
  x: number,
  rows: number,
  columns: number,
  stride: number,
): Raw {
  const [batch = 1, , , channels = 1] = padded.shape;
  if (stride === 1) return tf.slice(padded, [0, y, x, 0], [batch, rows, columns, channels]);
  const end = [batch, y + (rows - 1) * stride + 1, x + (columns - 1) * stride + 1, channels];
  return tf.stridedSlice(padded, [0, y, x, 0], end, [1, stride, stride, 1]);
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
