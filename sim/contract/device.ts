/** Where the arithmetic happens. */
export const DEVICES = ["webgl", "wasm", "cpu"] as const;
export type DeviceName = (typeof DEVICES)[number];
export type DeviceRequest = DeviceName | "auto";

export interface DeviceReport {
  readonly name: DeviceName;
  /** The renderer or engine in its own words: "llvmpipe (LLVM 15)", "SIMD". */
  readonly detail: string;
  /** WebGL that is drawn by the processor. */
  readonly software: boolean;
  /** Why this one, in a sentence. */
  readonly reason: string;
}
