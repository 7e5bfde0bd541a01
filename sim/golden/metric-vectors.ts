import type { SiteSample, Statistic } from "../contract/metric.ts";
import { STATISTICS } from "../contract/metric.ts";
import distance from "../metrics/distance.ts";
import { euclidean } from "../metrics/euclidean.ts";
import relativeDistance from "../metrics/relative-distance.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import { siteMeasures } from "../train/site-measures.ts";
import { gradientStatistics } from "../train/site-observer.ts";
import { compare } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { readGolden } from "./golden-file.ts";
import type { GoldenFile } from "./golden-file.ts";

interface Inputs {
  readonly shape: { readonly T: number; readonly B: number; readonly C: number };
  readonly X: readonly (readonly number[])[];
  readonly G: readonly (readonly number[])[];
  readonly weight: readonly number[];
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

/** Distances, training–inference discrepancies and gradient statistics, from what the device computed. */
export async function checkMetrics(files: readonly GoldenFile[]): Promise<Compared[]> {
  const inputs = readGolden<Inputs>(files, "powernorm/inputs.json");
  const { settings, steps } = readGolden<Vectors>(files, "powernorm/metrics.json");
  const { C } = inputs.shape;
  const id = "powernorm/metrics";
  const running = new Float64Array(3 * C).fill(1).fill(0, 0, C);
  const results: Compared[] = [];
  const check = (quantity: string, step: number, got: number): void => {
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
    for (const [quantity, value] of Object.entries(discrepancies(before)))
      check(quantity, k, value);
    for (const [quantity, value] of Object.entries(await gradientStatisticsOf(inputs, k, before)))
      check(quantity, k, value);
    for (let i = 0; i < running.length; i++)
      running[i] = settings.alpha * (running[i] ?? 0) + (1 - settings.alpha) * (batch[i] ?? 0);
    const after = sampleOf(batch, running, C);
    for (const statistic of STATISTICS)
      check(`${THEIR_NAME[statistic]}_after`, k, distance.read(after, statistic));
  }
  return results;
}

/** Forms of the discrepancy that others use, and PowerNorm's Γ: see the vectors' README. */
function discrepancies({ batch, running, channels }: SiteSample): Record<string, number> {
  const EPSILON = 1e-5;
  const root = (values: ArrayLike<number>): number[] =>
    Array.from(values, (value) => Math.sqrt(value + EPSILON));
  const [spreadB, spread] = [root(batch.variance), root(running.variance)];
  const each = (of: (c: number) => number): number[] =>
    Array.from({ length: channels }, (_, c) => of(c));
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / channels;
  const at = (values: ArrayLike<number>, c: number): number => values[c] ?? Number.NaN;
  return {
    tid_std_paper: euclidean(spreadB, spread) / euclidean(spread),
    tid_mean_code: mean(
      each((c) => Math.abs(at(running.mean, c) - at(batch.mean, c)) / at(spreadB, c)),
    ),
    tid_std_code: mean(each((c) => Math.abs(at(spread, c) / at(spreadB, c) - 1))),
    Gamma_max: Math.max(
      ...each((c) => at(batch["quadratic-mean"], c) / at(running["quadratic-mean"], c)),
    ),
  };
}

/** g_µ, g_σ² and g_ψ², as the oscilloscope reads them at a site whose output has the gradient G and whose gain is γ. */
async function gradientStatisticsOf(
  { shape: { T, B, C }, X, G, weight }: Inputs,
  k: number,
  sample: SiteSample,
): Promise<Record<string, number>> {
  const constants = new Constants();
  const measures = scope(() => {
    const tf = createOps(constants, null);
    const x = upload({ values: Float32Array.from(X[k] ?? []), shape: [T, B, C] });
    const gradient = upload({ values: Float32Array.from(G[k] ?? []), shape: [T, B, C] });
    const gain = upload({ values: Float32Array.from(weight), shape: [C] });
    const moments = tf.channelMoments(x, null);
    const { packed } = moments;
    const reading = {
      site: "",
      channels: C,
      packed,
      own: null,
      x,
      mask: null,
      moments,
      y: x,
      gain,
    };
    return siteMeasures(tf, reading, gradient);
  });
  const numbers = await download(measures);
  dispose([measures]);
  constants.dispose();
  const three = gradientStatistics(sample.batch, numbers.subarray(1 + 2 * C), C);
  const { mean, variance, "quadratic-mean": quadraticMean } = parts(three, C);
  const over = (values: Float32Array | Float64Array, square: ArrayLike<number>): number =>
    euclidean(values.map((value, c) => value / Math.sqrt((square[c] ?? 0) + 1e-5))) / C;
  return {
    g_mu: euclidean(mean) / C,
    g_sigma2: euclidean(variance) / C,
    g_psi2: euclidean(quadraticMean) / C,
    g_mu_over_sigma: over(mean, sample.batch.variance),
    g_sigma2_over_sigma: over(variance, sample.batch.variance),
    g_psi2_over_psi: over(quadraticMean, sample.batch["quadratic-mean"]),
  };
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
  return { channels, batch: parts(batch, channels), running: parts(running, channels) };
}

function parts(block: Float32Array | Float64Array, channels: number) {
  return {
    mean: block.slice(0, channels),
    variance: block.slice(channels, 2 * channels),
    "quadratic-mean": block.slice(2 * channels),
  };
}
