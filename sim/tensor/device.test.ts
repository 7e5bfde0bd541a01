import * as tf from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import "./devices/cpu.ts";
import "./devices/wasm.ts";
import "./devices/webgl.ts";

test("every device has the same kernels, so that what works on one is not missing on another", () => {
  const [cpu, wasm, webgl] = ["cpu", "wasm", "webgl"].map((name) =>
    tf
      .getKernelsForBackend(name)
      .map(({ kernelName }) => kernelName)
      .toSorted(),
  );
  expect(cpu).toContain("BatchMatMul");
  expect(wasm).toEqual(cpu);
  expect(webgl).toEqual(cpu);
});
