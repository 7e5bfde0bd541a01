import { rowLength } from "../contract/channel-rows.ts";
import type { ChannelRows, WatchedSites, WatchedSite } from "../contract/channel-rows.ts";
import type { SiteId } from "../contract/net.ts";
import type { LaneSite } from "./lane-setup.ts";

interface WatchableLane {
  readonly id: string;
  readonly sites: readonly LaneSite[];
}

/** Packs the channels of the watched sites, as lanes are read, into one block a report. */
export class ChannelWatch {
  readonly #sites: readonly WatchedSite[];
  readonly #starts = new Map<string, number>();
  readonly #length: number;

  constructor(watch: WatchedSites, lanes: readonly WatchableLane[]) {
    this.#sites = lanes.flatMap(({ id, sites }) => {
      const site = sites.find((each) => each.id === watch[id]);
      return site ? [{ lane: id, site: site.id, channels: site.channels }] : [];
    });
    let start = 0;
    for (const { lane, channels } of this.#sites) {
      this.#starts.set(lane, start);
      start += 3 * channels;
    }
    this.#length = rowLength(this.#sites);
  }

  /** The watched site of a lane, if one is. */
  siteOf(lane: string): SiteId | null {
    return this.#sites.find((each) => each.lane === lane)?.site ?? null;
  }

  /** Room for these steps, all of it no numbers; null where nothing is watched. */
  rows(steps: Uint32Array): ChannelRows | null {
    if (this.#sites.length === 0) return null;
    const size = steps.length * this.#length;
    return {
      sites: this.#sites,
      steps: steps.slice(),
      batch: new Float32Array(size).fill(Number.NaN),
      running: new Float64Array(size).fill(Number.NaN),
    };
  }

  /** Copies what a lane's site has, µ, σ² and ψ² of the batch and the running ones, into its place. */
  put(
    rows: ChannelRows,
    row: number,
    lane: string,
    { batch, running }: { readonly batch: Float32Array; readonly running: Float64Array },
  ): void {
    const at = row * this.#length + (this.#starts.get(lane) ?? 0);
    rows.batch.set(batch, at);
    rows.running.set(running, at);
  }
}
