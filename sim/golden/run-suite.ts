import type { DeviceName } from "../contract/device.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import type { WasmFiles } from "../tensor/device.ts";
import type { Compared } from "./compare.ts";
import type { GoldenFile } from "./golden-file.ts";
import { checkGroupScaling } from "./group-scaling-vectors.ts";
import { checkMetrics } from "./metric-vectors.ts";
import { checkNormalisers } from "./normaliser-vectors.ts";
import { checkPowerNorm } from "./power-norm-vectors.ts";
import { runSite } from "./run-site.ts";
import type { SiteRunner } from "./run-site.ts";

export interface GoldenAnswer {
  readonly results: readonly Compared[];
  /** What the vectors hold and this project has no counterpart for, by name. */
  readonly skipped: readonly string[];
}

/** All golden vectors on one device. */
export async function runSuite(
  files: readonly GoldenFile[],
  device: DeviceName,
  wasmFiles: WasmFiles,
): Promise<GoldenAnswer> {
  prepareDevices(wasmFiles);
  await openDevice(device);
  const powerNorm = await checkPowerNorm(files, runSite);
  const normalisers = await checkNormalisers(files, runSite);
  return {
    results: [
      ...powerNorm.results,
      ...(await checkGroupScaling(files)),
      ...(await checkMetrics(files)),
      ...normalisers.results,
    ],
    skipped: [...powerNorm.skipped, ...normalisers.skipped],
  };
}

/** Every golden vector of one normaliser at one site, run by something else than a device of TensorFlow.js. */
export async function runSites(
  files: readonly GoldenFile[],
  run: SiteRunner,
): Promise<GoldenAnswer> {
  const powerNorm = await checkPowerNorm(files, run);
  const normalisers = await checkNormalisers(files, run);
  return {
    results: [...powerNorm.results, ...normalisers.results],
    skipped: [...powerNorm.skipped, ...normalisers.skipped],
  };
}
