import type { SiteSample } from "./metric.ts";
import type { SiteId } from "./net.ts";

/** Which site of each lane is watched, by the lane's id; a lane that is not named, or has no such site, is not. */
export type WatchedSites = Readonly<Record<string, SiteId>>;

export interface WatchedSite {
  readonly lane: string;
  readonly site: SiteId;
  readonly channels: number;
}

/**
 * Every channel of the watched sites, a row a step that follows those already sent. A row has, of each lane in turn, µ, σ²
 * and ψ², [3 × channels]: this batch's as they came from the device, and the running ones that the metrics measured it
 * against, before they took it in. What a lane measured once it had diverged is not a number.
 */
export interface ChannelRows {
  readonly sites: readonly WatchedSite[];
  readonly steps: Uint32Array;
  readonly batch: Float32Array;
  /** In double precision, as they are kept: their distance from a batch may be far smaller than they are. */
  readonly running: Float64Array;
}

/** How many numbers of each block are one row. */
export function rowLength(sites: readonly WatchedSite[]): number {
  return sites.reduce((sum, { channels }) => sum + 3 * channels, 0);
}

/** What can be handed over to another thread instead of being copied. */
export function channelBuffers({ steps, batch, running }: ChannelRows): ArrayBuffer[] {
  // Ours are never shared between threads.
  return [steps.buffer, batch.buffer, running.buffer] as ArrayBuffer[];
}

/** One site at one step, as metrics read it: views of its place in a row of both blocks. */
export function sampleAt(
  { batch, running }: Pick<ChannelRows, "batch" | "running">,
  from: number,
  channels: number,
): SiteSample {
  const three = (block: Float32Array | Float64Array) => ({
    mean: block.subarray(from, from + channels),
    variance: block.subarray(from + channels, from + 2 * channels),
    "quadratic-mean": block.subarray(from + 2 * channels, from + 3 * channels),
  });
  return { channels, batch: three(batch), running: three(running) };
}
