import type { DeviceName } from "../contract/device.ts";
import type { GoldenFile } from "./golden-file.ts";
import { runSuite } from "./run-suite.ts";
import type { GoldenAnswer } from "./run-suite.ts";

/** Hands the suite to a blank page, where a test calls it on the browser's own WebGL. */
Object.assign(globalThis, {
  normscopeGolden: {
    run: (files: readonly GoldenFile[], device: DeviceName): Promise<GoldenAnswer> =>
      runSuite(files, device, ""),
  },
});
