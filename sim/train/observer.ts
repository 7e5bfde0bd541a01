import { entry } from "../contract/catalogue.ts";
import type { SiteId } from "../contract/net.ts";
import type { MethodMetric } from "../contract/normaliser.ts";
import type { MetricDefinition } from "../contract/metric.ts";
import type { Column } from "../contract/protocol.ts";
import type { LaneReading, LaneSite } from "./lane-setup.ts";
import { SiteObserver, siteLength } from "./site-observer.ts";

/** What an observer must know of a step. */
export interface ReadHow {
  /** The share of a running statistic that this step keeps. */
  readonly alpha: number;
  /** The layers took what they remember, as at inference: there, what only a method has in training is no number. */
  readonly asInference: boolean;
}

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
  readonly #observers: readonly SiteObserver[];
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
    this.#observers = sites.map((site) => new SiteObserver(lane, site, metrics));
    this.rowLength =
      2 +
      sites.reduce((sum, site) => sum + siteLength(site), 0) +
      methodReadings.reduce((sum, { size }) => sum + size, 0);
    this.columns = [
      { kind: "loss", lane, on: "train" },
      { kind: "score", name: score, lane, on: "train" },
      ...this.#observers.flatMap(({ columns }) => columns),
      ...methodReadings.map(({ place, metric }) => ({
        kind: "method" as const,
        lane,
        place,
        metric,
      })),
    ];
  }

  /** From a lane's raw row, [rowLength], to the values of its columns. */
  read(row: Float32Array, { alpha, asInference }: ReadHow): Float32Array {
    const values = [row[0] ?? Number.NaN, row[1] ?? Number.NaN];
    let from = 2;
    this.#sites.forEach((site, index) => {
      const end = from + siteLength(site);
      values.push(...(this.#observers[index]?.read(row.subarray(from, end), alpha) ?? []));
      from = end;
    });
    for (const { size, ofNorm, definition } of this.#methods) {
      const isSilent = asInference && ofNorm;
      values.push(isSilent ? Number.NaN : definition.read(row.subarray(from, from + size)));
      from += size;
    }
    return Float32Array.from(values);
  }

  /** The channels of one site as they were last read. */
  latest(id: SiteId): SiteObserver["latest"] {
    const observer = this.#observers[this.#sites.findIndex((site) => site.id === id)];
    if (!observer) throw new Error(`there is no site "${id}" in this lane`);
    return observer.latest;
  }

  /** What every site's observer remembers, end to end. */
  save(): Float64Array {
    return Float64Array.from(this.#observers.flatMap(({ memory }) => [...memory]));
  }

  load(saved: Float64Array): void {
    let from = 0;
    for (const { memory } of this.#observers) {
      memory.set(saved.subarray(from, from + memory.length));
      from += memory.length;
    }
  }

  /** The first site with a number that is not finite. */
  brokenSite(row: Float32Array): string | null {
    let from = 2;
    for (const site of this.#sites) {
      const end = from + siteLength(site);
      if (!row.subarray(from, end).every(Number.isFinite)) return site.id;
      from = end;
    }
    return null;
  }
}
