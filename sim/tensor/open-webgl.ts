import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl";
import * as tf from "@tensorflow/tfjs-core";

/** The WebGL device, if that is the one that is open. */
export function openWebgl(): MathBackendWebGL | null {
  // The backend of that name is of that class, which is fetched with it and so cannot be asked for here.
  return tf.getBackend() === "webgl" ? (tf.backend() as MathBackendWebGL) : null;
}
