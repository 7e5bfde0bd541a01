import { contextInUse } from "./open-webgl.ts";

/** A mark in the work of a device. */
export interface Fence {
  /** Whether all that was asked before the mark is done. Changes between two tasks of the thread only. */
  readonly isDone: () => boolean;
}

/** The part of a WebGL 2 context that knows when work is done. */
interface Fencing {
  readonly SYNC_GPU_COMMANDS_COMPLETE: number;
  readonly TIMEOUT_EXPIRED: number;
  fenceSync(condition: number, flags: number): object | null;
  clientWaitSync(sync: object, flags: number, timeout: number): number;
  deleteSync(sync: object): void;
  flush(): void;
}

/** A mark behind all that the device has been asked; null where work is done when it is asked. */
export function fence(): Fence | null {
  const gl = fencing();
  const sync = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !sync) return null;
  gl.flush();
  let isDone = false;
  return {
    isDone: () => {
      if (isDone) return true;
      // A lost context says that waiting failed; there is nothing left to wait for.
      isDone = gl.clientWaitSync(sync, 0, 0) !== gl.TIMEOUT_EXPIRED;
      if (isDone) gl.deleteSync(sync);
      return isDone;
    },
  };
}

/** Of WebGL 1, on which TensorFlow.js may fall back, nothing is known. */
function fencing(): Fencing | null {
  const gl: object | undefined = contextInUse()?.context;
  return gl && "fenceSync" in gl ? (gl as Fencing) : null;
}
