import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl";
import * as tf from "@tensorflow/tfjs-core";

/** What is asked of a context by those who watch over it. */
export interface WatchedContext {
  readonly OUT_OF_MEMORY: number;
  readonly CONTEXT_LOST_WEBGL: number;
  getError(): number;
  isContextLost(): boolean;
}

interface WatchedCanvas {
  addEventListener(type: string, listener: () => void, options: { once: boolean }): void;
}

interface InUse {
  readonly context: WatchedContext;
  readonly canvas: WatchedCanvas;
}

let ours: InUse | null = null;

/** From now on this context is the one in use, until `null` gives it back to TensorFlow.js. */
export function useContext(context: InUse | null): void {
  ours = context;
}

/** The WebGL context in use, if there is one. */
export function contextInUse(): InUse | null {
  const gl = openWebgl()?.gpgpu.gl;
  return ours ?? (gl ? { context: gl, canvas: gl.canvas } : null);
}

/** TensorFlow.js's WebGL device, if that is the one that is open. */
export function openWebgl(): MathBackendWebGL | null {
  // The backend of that name is of that class, which is fetched with it and so cannot be asked for here.
  return tf.getBackend() === "webgl" ? (tf.backend() as MathBackendWebGL) : null;
}
