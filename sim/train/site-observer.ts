import { STATISTICS } from "../contract/metric.ts";
import type {
  ChannelStatistics,
  MetricDefinition,
  SiteSample,
  Statistic,
} from "../contract/metric.ts";
import type { SiteId } from "../contract/net.ts";
import type { Column } from "../contract/protocol.ts";
import { FEWEST_ROWS, independentVariance } from "./independent-rows.ts";
import type { LaneSite } from "./lane-setup.ts";
import { measuresLength } from "./site-measures.ts";

/** In the layers that are watched; only where a variance is all but nothing does it matter. */
const EPSILON = 1e-5;

/** How many numbers a step sends of one site. */
export function siteLength({ channels, own, gradients }: LaneSite): number {
  return (own ? 5 : 3) * channels + measuresLength(channels, gradients);
}

/** Numbers that an observer remembers of each channel: running statistics, their own variance, running gradients. */
const REMEMBERED = 9;

/** µ, σ² and ψ² as they are remembered of one site, from what the observer of a whole lane saved. */
export function runningAt(
  saved: Float64Array,
  sites: readonly LaneSite[],
  site: SiteId,
): Readonly<Record<Statistic, Float64Array>> {
  let from = 0;
  for (const { id, channels } of sites) {
    if (id === site) return threeOf(saved.slice(from, from + 3 * channels), channels);
    from += REMEMBERED * channels;
  }
  throw new Error(`there is no site "${site}" among ${sites.map(({ id }) => id).join(", ")}`);
}

/**
 * Watches one site of one lane: keeps the running µ, σ² and ψ² of its input, measures every batch against them before
 * taking it in, and says what independent rows would have given; and the same of the gradient's three, where they are read.
 */
export class SiteObserver {
  readonly columns: readonly Column[];
  /** Everything remembered from step to step: running statistics, their own variance, running gradients; 3 × channels each. */
  readonly memory: Float64Array;
  /** The newest batch's µ, σ² and ψ², [3 × channels], and the running ones it was measured against. */
  readonly latest: { readonly batch: Float32Array; readonly running: Float64Array };
  readonly #site: LaneSite;
  readonly #metrics: readonly MetricDefinition[];
  readonly #gradientMetrics: readonly MetricDefinition[];

  constructor(lane: string, site: LaneSite, metrics: readonly MetricDefinition[]) {
    const { channels } = site;
    this.#site = site;
    this.#metrics = metrics.filter((metric) => metric.of === "input");
    this.#gradientMetrics = site.gradients ? metrics.filter(({ of }) => of === "gradient") : [];
    this.latest = {
      batch: new Float32Array(3 * channels),
      running: new Float64Array(3 * channels),
    };
    this.memory = new Float64Array(REMEMBERED * channels).fill(1, channels, 3 * channels);
    this.columns = columnsOf(lane, site, this.#metrics, this.#gradientMetrics);
  }

  /** From one step's numbers of this site to the values of its columns. */
  read(numbers: Float32Array, alpha: number): number[] {
    const { channels, own, gradients } = this.#site;
    const three = 3 * channels;
    const batch = numbers.subarray(0, three);
    const running = this.memory.subarray(0, three);
    this.latest.batch.set(batch);
    this.latest.running.set(running);
    const sample = sampleOf(batch, running, channels);
    const measures = numbers.subarray((own ? 5 : 3) * channels);
    const values = this.#metrics.flatMap((metric) =>
      STATISTICS.map((statistic) => metric.read(sample, statistic)),
    );
    if (own) {
      const ownSample = ownOf(numbers.subarray(three, 5 * channels), channels);
      values.push(...this.#metrics.map((metric) => metric.read(ownSample, "quadratic-mean")));
    }
    values.push(...this.#floors(sample, measures, alpha));
    takeIn(running, batch, alpha);
    if (gradients) values.push(...this.#readGradients(sample.batch, measures, alpha));
    return values;
  }

  /**
   * What each metric would be if rows were independent. The running average R = αR + (1 − α)·batch then has the variance
   * Var R = α²·Var R + (1 − α)²·Var batch, (1 − α)/(1 + α) of the batch's when it has settled; batch and running are
   * independent of each other, so Var(batch − running) is the sum, 2/(1 + α) of the batch's when settled.
   */
  #floors(sample: SiteSample, measures: Float32Array, alpha: number): number[] {
    const { channels } = this.#site;
    const count = measures[0] ?? 0;
    const ofRunning = this.memory.subarray(3 * channels, 6 * channels);
    const ofBatch = new Float64Array(3 * channels);
    if (count >= FEWEST_ROWS) {
      const third = measures.subarray(1, 1 + channels);
      const fourth = measures.subarray(1 + channels, 1 + 2 * channels);
      independentVariance({ ...sample.batch, third, fourth, count }, channels, ofBatch);
    }
    const variance = threeOf(
      ofBatch.map((value, i) => value + (ofRunning[i] ?? 0)),
      channels,
    );
    for (let i = 0; i < ofRunning.length; i++)
      ofRunning[i] = alpha ** 2 * (ofRunning[i] ?? 0) + (1 - alpha) ** 2 * (ofBatch[i] ?? 0);
    return this.#metrics.flatMap(({ floor }) =>
      floor
        ? STATISTICS.map((statistic) =>
            count < FEWEST_ROWS ? Number.NaN : floor.read(sample, variance, statistic),
          )
        : [],
    );
  }

  #readGradients(batch: ChannelStatistics, measures: Float32Array, alpha: number): number[] {
    const { channels } = this.#site;
    const running = this.memory.subarray(6 * channels);
    const fresh = gradientStatistics(batch, measures.subarray(1 + 2 * channels), channels);
    const sample = sampleOf(fresh, running, channels);
    const values = this.#gradientMetrics.flatMap((metric) =>
      STATISTICS.map((statistic) => metric.read(sample, statistic)),
    );
    takeIn(running, fresh, alpha);
    return values;
  }
}

/**
 * g_µ = mean ĝ, g_σ² = mean ĝ·(x − µ_B)/√(σ²_B + ε) and g_ψ² = mean ĝ·x/√(ψ²_B + ε), [3 × channels], from the means of ĝ
 * and of ĝ·(x − µ_B), [2 × channels].
 */
export function gradientStatistics(
  batch: ChannelStatistics,
  means: ArrayLike<number>,
  channels: number,
): Float64Array {
  const three = new Float64Array(3 * channels);
  for (let c = 0; c < channels; c++) {
    const level = means[c] ?? 0;
    const slope = means[channels + c] ?? 0;
    three[c] = level;
    three[channels + c] = slope / Math.sqrt((batch.variance[c] ?? 0) + EPSILON);
    three[2 * channels + c] =
      (slope + (batch.mean[c] ?? 0) * level) /
      Math.sqrt((batch["quadratic-mean"][c] ?? 0) + EPSILON);
  }
  return three;
}

function columnsOf(
  lane: string,
  site: LaneSite,
  metrics: readonly MetricDefinition[],
  gradientMetrics: readonly MetricDefinition[],
): Column[] {
  const at = { kind: "statistic", lane, site: site.id } as const;
  const all = (of: "input" | "floor" | "gradient", list: readonly MetricDefinition[]): Column[] =>
    list.flatMap(({ id }) => STATISTICS.map((statistic) => ({ ...at, of, metric: id, statistic })));
  const own = metrics.map(({ id }): Column => ({
    ...at,
    of: "own",
    metric: id,
    statistic: "quadratic-mean",
  }));
  return [
    ...all("input", metrics),
    ...(site.own ? own : []),
    ...all(
      "floor",
      metrics.filter(({ floor }) => floor),
    ),
    ...all("gradient", gradientMetrics),
  ];
}

/** The running average of every statistic, biased, as Batch Normalisation's own. */
function takeIn(running: Float64Array, batch: ArrayLike<number>, alpha: number): void {
  for (let i = 0; i < running.length; i++)
    running[i] = alpha * (running[i] ?? 0) + (1 - alpha) * (batch[i] ?? 0);
}

type Block = Float32Array | Float64Array;

function sampleOf(batch: Block, running: Block, channels: number): SiteSample {
  return { channels, batch: threeOf(batch, channels), running: threeOf(running, channels) };
}

/** Three statistics as views of one block, [3 × channels]. */
export function threeOf<Numbers extends Block>(
  block: Numbers,
  channels: number,
): Readonly<Record<Statistic, Numbers>> {
  const third = (from: number): Numbers =>
    // A view of the same kind.
    block.subarray(from * channels, (from + 1) * channels) as Numbers;

  return {
    mean: third(0),
    variance: third(1),
    "quadratic-mean": third(2),
  };
}

function ownOf(block: Float32Array, channels: number): SiteSample {
  const none = new Float32Array(0);
  const only = (from: number): ChannelStatistics => ({
    mean: none,
    variance: none,
    "quadratic-mean": block.subarray(from, from + channels),
  });
  return { channels, batch: only(0), running: only(channels) };
}
