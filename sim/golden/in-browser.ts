import * as tf from "@tensorflow/tfjs-core";
import type { DeviceName } from "../contract/device.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import type { GoldenFile } from "./golden-file.ts";
import { runSuite } from "./run-suite.ts";
import type { GoldenAnswer } from "./run-suite.ts";

/** Hands the suite to a blank page, where a test calls it on the browser's own WebGL. */
Object.assign(globalThis, {
  normscopeGolden: {
    run: (files: readonly GoldenFile[], device: DeviceName): Promise<GoldenAnswer> =>
      runSuite(files, device, ""),
    openHalfFloat,
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
