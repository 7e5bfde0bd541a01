import * as tf from "@tensorflow/tfjs-core";
import type { Field } from "../contract/batch.ts";
import type { Tensor } from "./ops.ts";
import { raw } from "./tape.ts";

/**
 * Runs `work` and disposes every tensor it made but those in what it returns: plain objects and arrays of tensors.
 * What an outermost scope returns belongs to the caller.
 */
export function scope<Result>(work: () => Result): Result {
  // TensorFlow.js walks any plain object or array; its type for that is narrower than what it does.
  return tf.tidy(work as () => tf.TensorContainer) as Result;
}

export function dispose(tensors: Iterable<Tensor>): void {
  for (const tensor of tensors) raw(tensor).dispose();
}

export function upload({ values, shape }: Field): Tensor {
  return tf.tensor(values, [...shape], values instanceof Int32Array ? "int32" : "float32");
}

/** Waits for the device, then gives the numbers, row-major. */
export async function download(tensor: Tensor): Promise<Float32Array> {
  return raw(tensor).data<"float32">();
}

/** Many tensors as one long vector, [numbers], outside any scope. */
export function joined(tensors: readonly Tensor[]): Tensor {
  return tf.tidy(() =>
    tf.concat(tensors.map((tensor) => tf.reshape(raw(tensor), [raw(tensor).size]))),
  );
}

/** Tensors alive on the device. */
export function liveTensors(): number {
  return tf.memory().numTensors;
}
