import * as tf from "@tensorflow/tfjs-core";
import { DEVICE_WORDS } from "../contract/device.ts";
import type { DeviceName, DeviceReport } from "../contract/device.ts";
import { DeviceRefused, troubleOf } from "./device-trouble.ts";
import { contextInUse, openWebgl } from "./open-webgl.ts";

/** What a device says of itself. */
export type OpenedDevice = Pick<DeviceReport, "name" | "detail" | "software">;

/** Where the wasm binaries are: one folder, or an address for each file. */
export type WasmFiles = string | Record<string, string>;

let prepared = false;
let wasmFiles: WasmFiles = "";
const fetched = new Set<DeviceName>();

/** Must come before any device is opened: flags are read when a backend is made. */
export function prepareDevices(files: WasmFiles): void {
  if (prepared) return;
  prepared = true;
  wasmFiles = files;
  // Without this, every operation checks its arguments once more.
  tf.enableProdMode();
  // In a worker, TensorFlow.js refuses OffscreenCanvas on Safari; ours needs no fence between canvases.
  tf.env().set("IS_SAFARI", false);
}

/** Opens a device and proves that it counts in float32; throws `DeviceRefused` with a sentence otherwise. */
export async function openDevice(name: DeviceName): Promise<OpenedDevice> {
  let opened = false;
  try {
    await fetchDevice(name);
    opened = await tf.setBackend(name);
    await tf.ready();
  } catch (error) {
    throw new DeviceRefused(`${DEVICE_WORDS[name]} did not start here (${String(error)}).`);
  }
  if (!opened || tf.getBackend() !== name)
    throw new DeviceRefused(`${DEVICE_WORDS[name]} is not available in this browser.`);
  const bits = await counted(name);
  if (bits < 23)
    throw new DeviceRefused(
      `${DEVICE_WORDS[name]} counts with ${bits} bits after the point here, where float32 has 23: running averages would be wrong. Use another device.`,
    );
  return { name, ...describe(name) };
}

/** Each device is a part of its own, fetched when it is first asked for. */
async function fetchDevice(name: DeviceName): Promise<void> {
  if (fetched.has(name)) return;
  switch (name) {
    case "webgl":
      await import("./devices/webgl.ts");
      break;
    case "wasm": {
      const { placeWasm } = await import("./devices/wasm.ts");
      placeWasm(wasmFiles);
      break;
    }
    case "cpu":
      await import("./devices/cpu.ts");
      break;
  }
  fetched.add(name);
}

/** Lets a device go, with everything on it; it can be opened again. */
export function closeDevice(name: DeviceName): void {
  // Removing a backend forgets how it is made, too.
  const make = tf.findBackendFactory(name);
  tf.removeBackend(name);
  if (make) tf.registerBackend(name, make);
}

/** Calls `listener` when the graphics hardware is taken away from the device that is open; wasm and cpu cannot lose theirs. */
export function whenLost(listener: () => void): void {
  contextInUse()?.canvas.addEventListener("webglcontextlost", listener, { once: true });
}

/** The bits that the device counts with; what fails in the first sum is a device that cannot be used. */
async function counted(name: DeviceName): Promise<number> {
  try {
    return await mantissaBits();
  } catch (error) {
    throw new DeviceRefused(
      troubleOf(error) ?? `${DEVICE_WORDS[name]} cannot count: ${String(error)}.`,
    );
  }
}

/** Bits after the binary point that survive 1 + 2⁻ⁿ − 1 on the device itself. */
async function mantissaBits(): Promise<number> {
  const exponents = Float32Array.from({ length: 23 }, (_, i) => 2 ** -(i + 1));
  const left = tf.tidy(() => {
    // Long enough to be computed on the device: TensorFlow.js keeps tiny tensors on the processor.
    const steps = tf.tile(tf.tensor1d(exponents), [32]);
    return tf.sub(tf.add(tf.mul(steps, 1), 1), 1);
  });
  const values = await left.data<"float32">();
  left.dispose();
  const broken = exponents.findIndex((exponent, i) => values[i] !== exponent);
  return broken === -1 ? 23 : broken;
}

function describe(name: DeviceName): Pick<DeviceReport, "detail" | "software"> {
  switch (name) {
    case "webgl": {
      const renderer = webglRenderer();
      return {
        detail: renderer,
        software: /swiftshader|llvmpipe|softpipe|basic render|software/i.test(renderer),
      };
    }
    case "wasm":
      return {
        detail: tf.env().getBool("WASM_HAS_SIMD_SUPPORT") ? "SIMD" : "no SIMD",
        software: false,
      };
    case "cpu":
      return { detail: "plain JavaScript", software: false };
  }
}

function webglRenderer(): string {
  const gl = openWebgl()?.gpgpu.gl;
  if (!gl) return "unknown";
  const extension = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = gl.getParameter(
    extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER,
  );
  return String(name);
}
