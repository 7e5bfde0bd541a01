import * as tf from "@tensorflow/tfjs-core";
import type { Raw } from "./tape.ts";

export interface Flip {
  readonly left?: boolean;
  readonly right?: boolean;
}

/**
 * A matrix product, of one pair or of a batch, with either side turned. On wasm only the plain product of one pair is
 * fast (XNNPACK); with TensorFlow.js's own flags the same product took 12 to 25 times as long (measured at 128 × 32 × 512).
 * There, what has to be turned is turned first. Elsewhere the flags cost nothing.
 */
export function product(a: Raw, b: Raw, { left = false, right = false }: Flip = {}): Raw {
  if (tf.getBackend() !== "wasm") return tf.matMul(a, b, left, right);
  return tf.matMul(left ? turned(a) : a, right ? turned(b) : b);
}

function turned(x: Raw): Raw {
  return tf.transpose(x, x.rank === 2 ? [1, 0] : [0, 2, 1]);
}
