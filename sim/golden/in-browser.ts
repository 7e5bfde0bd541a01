import { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl/dist/base.js";
import * as tf from "@tensorflow/tfjs-core";
import type { DeviceName } from "../contract/device.ts";
import { closeDevice, openDevice, prepareDevices, whenLost } from "../tensor/device.ts";
import type { GoldenFile } from "./golden-file.ts";
import { runSuite } from "./run-suite.ts";
import type { GoldenAnswer } from "./run-suite.ts";

/** Hands the suite to a blank page, where a test calls it on the browser's own WebGL. */
Object.assign(globalThis, {
  normscopeGolden: {
    run: (files: readonly GoldenFile[], device: DeviceName): Promise<GoldenAnswer> =>
      runSuite(files, device, ""),
    openHalfFloat,
    reopen,
  },
});

/** Opens WebGL with half-float textures, as some phones have it: the sentence it is refused with, or null. */
async function openHalfFloat(): Promise<string | null> {
  prepareDevices("");
  tf.env().set("WEBGL_FORCE_F16_TEXTURES", true);
  try {
    await openDevice("webgl");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Opens WebGL, lets it go, opens it again, and loses it: what was opened, and whether the loss was heard of. */
async function reopen(): Promise<{ names: string[]; heard: boolean }> {
  prepareDevices("");
  const first = await openDevice("webgl");
  closeDevice("webgl");
  const second = await openDevice("webgl");
  const heard = new Promise<boolean>((resolve) => {
    whenLost(() => resolve(true));
  });
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Error("WebGL did not open");
  backend.gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
  return { names: [first.name, second.name], heard: await heard };
}
