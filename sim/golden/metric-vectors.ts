import type { SiteSample, Statistic } from "../contract/metric.ts";
import { STATISTICS } from "../contract/metric.ts";
import distance from "../metrics/distance.ts";
import relativeDistance from "../metrics/relative-distance.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import { compare } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { readGolden } from "./golden-file.ts";
import type { GoldenFile } from "./golden-file.ts";

interface Inputs {
  readonly shape: { readonly T: number; readonly B: number; readonly C: number };
  readonly X: readonly (readonly number[])[];
}

interface Vectors {
  readonly settings: { readonly alpha: number };
  readonly steps: readonly Readonly<Record<string, number>>[];
}

const THEIR_NAME: Readonly<Record<Statistic, string>> = {
  mean: "mu",
  variance: "var",
  "quadratic-mean": "psi2",
};

/**
 * The distances, from moments computed on the device. What the file holds beyond them (gradient statistics, Γ) is named
 * as skipped until the laboratory measures it.
 */
export async function checkMetrics(
  files: readonly GoldenFile[],
): Promise<{ results: Compared[]; skipped: string[] }> {
  const inputs = readGolden<Inputs>(files, "powernorm/inputs.json");
  const { settings, steps } = readGolden<Vectors>(files, "powernorm/metrics.json");
  const { C } = inputs.shape;
  const id = "powernorm/metrics";
  const running = new Float64Array(3 * C).fill(1).fill(0, 0, C);
  const results: Compared[] = [];
  const known = new Set<string>();
  const check = (quantity: string, step: number, got: number): void => {
    known.add(quantity);
    results.push(
      compare(id, `step ${step + 1} ${quantity}`, [got], [steps[step]?.[quantity] ?? Number.NaN]),
    );
  };
  for (const k of steps.keys()) {
    const batch = await momentsOf(inputs, k);
    const before = sampleOf(batch, running, C);
    for (const statistic of STATISTICS)
      check(`${THEIR_NAME[statistic]}_before`, k, distance.read(before, statistic));
    check("tid_mean_paper", k, relativeDistance.read(before, "mean"));
    for (let i = 0; i < running.length; i++)
      running[i] = settings.alpha * (running[i] ?? 0) + (1 - settings.alpha) * (batch[i] ?? 0);
    const after = sampleOf(batch, running, C);
    for (const statistic of STATISTICS)
      check(`${THEIR_NAME[statistic]}_after`, k, distance.read(after, statistic));
  }
  const skipped = Object.keys(steps[0] ?? {}).filter((quantity) => !known.has(quantity));
  return { results, skipped: skipped.map((quantity) => `${id} ${quantity}`) };
}

async function momentsOf({ shape: { T, B, C }, X }: Inputs, k: number): Promise<Float32Array> {
  const constants = new Constants();
  const packed = scope(() => {
    const x = upload({ values: Float32Array.from(X[k] ?? []), shape: [T, B, C] });
    return createOps(constants, null).channelMoments(x, null).packed;
  });
  const values = await download(packed);
  dispose([packed]);
  constants.dispose();
  return values;
}

function sampleOf(batch: Float32Array, running: Float64Array, channels: number): SiteSample {
  const parts = (block: Float32Array | Float64Array) => ({
    mean: block.slice(0, channels),
    variance: block.slice(channels, 2 * channels),
    "quadratic-mean": block.slice(2 * channels),
  });
  return { channels, batch: parts(batch), running: parts(running) };
}
