import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import type { Tensor } from "./ops.ts";
import { raw } from "./tape.ts";

export interface Part {
  readonly offset: number;
  readonly size: number;
  readonly shape: readonly number[];
}

/**
 * A long vector's parts as tensors of their own. On WebGL a slice of an unpacked vector is a view and costs nothing; on
 * wasm every slice first copies the whole vector, so there each part is copied straight from the heap.
 */
export function unpack(vector: Tensor, parts: readonly Part[]): Tensor[] {
  const whole = raw(vector);
  if (tf.getBackend() !== "wasm")
    return parts.map(({ offset, size, shape }) =>
      tf.reshape(tf.slice(whole, [offset], [size]), [...shape]),
    );
  // The backend of that name is of that class, which is fetched with the device and so cannot be asked for here.
  const backend = tf.backend() as BackendWasm;
  return parts.map(({ offset, size, shape }) => {
    // Asked for anew each time: the heap may move when a tensor is made.
    const heap = backend.typedArrayFromHeap(whole);
    return tf.tensor(heap.subarray(offset, offset + size), [...shape], "float32");
  });
}
