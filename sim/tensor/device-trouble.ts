import { contextInUse } from "./open-webgl.ts";

/** A device that cannot be used, or no longer, with the sentence that says why. */
export class DeviceRefused extends Error {
  override readonly name = "DeviceRefused";
}

/** The graphics hardware was taken away while it was at work. */
export class DeviceLost extends Error {
  override readonly name = "DeviceLost";
}

const OUT_OF_MEMORY = "The graphics device is out of memory. A smaller batch or width may fit.";

/** TensorFlow.js throws plain errors; these are the ones in which the device is at fault, by how they begin. */
const TROUBLES: readonly (readonly [RegExp, string])[] = [
  [
    /^Failed to (compile|link)/,
    "This graphics device could not compile one of the programs that the networks are made of.",
  ],
  [
    /^Requested texture size/,
    "The networks need a larger block of numbers than this graphics device can hold. A smaller batch or width may fit.",
  ],
  [/^Unable to create/, OUT_OF_MEMORY],
];

/** The sentence for an error in which the device is at fault; null for any other, which is our mistake. */
export function troubleOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof DeviceRefused) return error.message;
  return TROUBLES.find(([beginning]) => beginning.test(error.message))?.[1] ?? null;
}

/**
 * Throws `DeviceRefused` if the device ran out of memory, which WebGL notes without a word, and `DeviceLost` if it is gone: what
 * is read from a lost device is zeros, and the browser says so only later. To be asked after every download, before its
 * numbers are believed.
 */
export function refuseIfBroken(): void {
  const gl = contextInUse()?.context;
  if (!gl) return;
  const error = gl.getError();
  if (error === gl.OUT_OF_MEMORY) throw new DeviceRefused(OUT_OF_MEMORY);
  if (error === gl.CONTEXT_LOST_WEBGL || gl.isContextLost())
    throw new DeviceLost("what was downloaded came from a device that is gone");
}

/** The graphics hardware has been taken away from the device that is open. */
export function isDeviceLost(): boolean {
  return contextInUse()?.context.isContextLost() ?? false;
}
