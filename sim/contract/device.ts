/** Where the arithmetic happens. */
export const DEVICES = ["webgl", "wasm", "cpu"] as const;
export type DeviceName = (typeof DEVICES)[number];
export type DeviceRequest = DeviceName | "auto";

/** How a step is computed: by our own fused kernels where the device has them, or composed of TensorFlow.js's. */
export const ENGINES = ["fused", "composed"] as const;
export type EngineName = (typeof ENGINES)[number];

/** As they are called in a sentence. */
export const DEVICE_WORDS: Readonly<Record<DeviceName, string>> = {
  webgl: "WebGL",
  wasm: "WebAssembly",
  cpu: "plain JavaScript",
};

export interface DeviceReport {
  readonly name: DeviceName;
  /** The renderer or engine in its own words: "llvmpipe (LLVM 15)", "SIMD". */
  readonly detail: string;
  /** WebGL that is drawn by the processor. */
  readonly software: boolean;
  /** The engine that the run was opened with. */
  readonly engine: EngineName;
  /** Why this one, in a sentence. */
  readonly reason: string;
  /** What was looked for could not be had here, and this one stands in for it. */
  readonly standIn: boolean;
}
