import { entry } from "../contract/catalogue.ts";
import type { MethodMetric } from "../contract/normaliser.ts";
import { STATISTICS } from "../contract/metric.ts";
import type { ChannelStatistics, MetricDefinition, SiteSample } from "../contract/metric.ts";
import type { Column } from "../contract/protocol.ts";
import type { LaneReading, LaneSite } from "./lane.ts";

/** What an observer must know of its lane. */
export interface ObservedLane {
  readonly lane: string;
  /** What the share of right answers is called. */
  readonly score: string;
  readonly sites: readonly LaneSite[];
  readonly methodReadings: readonly LaneReading[];
  /** The definition's own metrics. */
  readonly methodMetrics: readonly MethodMetric[];
}

/**
 * Watches one lane's sites: keeps the running µ, σ² and ψ² of each site's input, whatever normaliser the lane has, and
 * measures every batch against them before taking it in. They start at 0, 1 and 1 and move by α, biased, as Batch
 * Normalisation's own do; the layer's own memory is never read for this, so that all lanes are measured alike.
 */
export class Observer {
  readonly columns: readonly Column[];
  /** Numbers that one step of this lane sends. */
  readonly rowLength: number;
  readonly #sites: readonly LaneSite[];
  readonly #metrics: readonly MetricDefinition[];
  readonly #running: readonly Float64Array[];
  readonly #methods: readonly (LaneReading & { readonly definition: MethodMetric })[];

  constructor(
    { lane, score, sites, methodReadings, methodMetrics }: ObservedLane,
    metrics: readonly MetricDefinition[],
  ) {
    this.#sites = sites;
    this.#methods = methodReadings.map((reading) => ({
      ...reading,
      definition: entry(methodMetrics, reading.metric),
    }));
    this.#metrics = metrics;
    this.#running = sites.map(({ channels }) =>
      new Float64Array(3 * channels).fill(1).fill(0, 0, channels),
    );
    this.rowLength =
      2 +
      sites.reduce((sum, { channels, own }) => sum + (own ? 5 : 3) * channels, 0) +
      methodReadings.reduce((sum, { size }) => sum + size, 0);
    this.columns = [
      { kind: "loss", lane, on: "train" },
      { kind: "score", name: score, lane, on: "train" },
      ...sites.flatMap((site) => siteColumns(lane, site, metrics)),
      ...methodReadings.map(({ place, metric }) => ({
        kind: "method" as const,
        lane,
        place,
        metric,
      })),
    ];
  }

  /** From a lane's raw row, [rowLength], to the values of its columns. */
  read(row: Float32Array, alpha: number): Float32Array {
    const values = new Float32Array(this.columns.length);
    values[0] = row[0] ?? Number.NaN;
    values[1] = row[1] ?? Number.NaN;
    let from = 2;
    let to = 2;
    this.#sites.forEach(({ channels, own }, index) => {
      const batch = row.subarray(from, from + 3 * channels);
      from += 3 * channels;
      const running = this.#running[index] as Float64Array;
      const sample: SiteSample = {
        channels,
        batch: threeOf(batch, channels),
        running: threeOf(running, channels),
      };
      for (const metric of this.#metrics)
        for (const statistic of STATISTICS) values[to++] = metric.read(sample, statistic);
      for (let i = 0; i < running.length; i++)
        running[i] = alpha * (running[i] ?? 0) + (1 - alpha) * (batch[i] ?? 0);
      if (!own) return;
      const ownSample = ownOf(row.subarray(from, from + 2 * channels), channels);
      from += 2 * channels;
      for (const metric of this.#metrics) values[to++] = metric.read(ownSample, "quadratic-mean");
    });
    for (const { size, definition } of this.#methods) {
      values[to++] = definition.read(row.subarray(from, from + size));
      from += size;
    }
    return values;
  }

  /** The first site with a number that is not finite. */
  brokenSite(row: Float32Array): string | null {
    let from = 2;
    for (const { id, channels, own } of this.#sites) {
      const length = (own ? 5 : 3) * channels;
      if (!row.subarray(from, from + length).every(Number.isFinite)) return id;
      from += length;
    }
    return null;
  }
}

function siteColumns(lane: string, site: LaneSite, metrics: readonly MetricDefinition[]): Column[] {
  const at = { kind: "statistic", lane, site: site.id } as const;
  const input = metrics.flatMap(({ id }) =>
    STATISTICS.map((statistic) => ({ ...at, of: "input" as const, metric: id, statistic })),
  );
  const own = metrics.map(({ id }) => ({
    ...at,
    of: "own" as const,
    metric: id,
    statistic: "quadratic-mean" as const,
  }));
  return site.own ? [...input, ...own] : input;
}

/** µ, σ² and ψ² as views of one block, [3 × channels]. */
function threeOf(block: Float32Array | Float64Array, channels: number): ChannelStatistics {
  return {
    mean: block.subarray(0, channels),
    variance: block.subarray(channels, 2 * channels),
    "quadratic-mean": block.subarray(2 * channels, 3 * channels),
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
