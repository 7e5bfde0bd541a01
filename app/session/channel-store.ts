import { rowLength, sampleAt } from "../../sim/contract/channel-rows.ts";
import type { ChannelRows, WatchedSite, WatchedSites } from "../../sim/contract/channel-rows.ts";
import type { SiteSample } from "../../sim/contract/metric.ts";

/** The newest rows that are kept: so many, or as many as fit. A row of four lanes of 64 channels takes 9 kB. */
export const MOST_ROWS = 2000;
export const MOST_BYTES = 32 * 2 ** 20;
const BYTES_A_NUMBER = Float32Array.BYTES_PER_ELEMENT + Float64Array.BYTES_PER_ELEMENT;

/**
 * The channels of the sites that are watched, step by step, outside React. The oldest rows give way to the newest. Rows
 * are counted from the first that ever came, so that the number of one stays its own; those before `start` are gone.
 */
export class ChannelStore {
  #watched: WatchedSites = {};
  #sites: readonly WatchedSite[] = [];
  #length = 0;
  #capacity = 0;
  #steps = new Uint32Array(0);
  #batch = new Float32Array(0);
  #running = new Float64Array(0);
  #start = 0;
  #end = 0;
  #revision = 0;

  get sites(): readonly WatchedSite[] {
    return this.#sites;
  }

  /** The oldest row that is kept. */
  get start(): number {
    return this.#start;
  }

  /** The row after the newest. */
  get end(): number {
    return this.#end;
  }

  /** Counts how often rows were taken back, or began to be of other sites. */
  get revision(): number {
    return this.#revision;
  }

  get bytes(): number {
    return this.#steps.byteLength + this.#batch.byteLength + this.#running.byteLength;
  }

  /** What is asked for from now on. Rows of anything else go; while nothing is asked for, those that are there stay. */
  watch(watched: WatchedSites): void {
    this.#watched = watched;
    if (Object.keys(watched).length > 0 && !this.#fits(this.#sites)) this.clear();
  }

  /** Rows that were on their way when something else was asked for are dropped. Steps that are sent again take their own place. */
  append(rows: ChannelRows): void {
    if (!this.#fits(rows.sites)) return;
    const [first] = rows.steps;
    if (first !== undefined) this.truncate(first - 1);
    if (!isSame(rows.sites, this.#sites)) this.#begin(rows.sites);
    const length = this.#length;
    rows.steps.forEach((step, row) => {
      const place = this.#end % this.#capacity;
      const from = row * length;
      this.#steps[place] = step;
      this.#batch.set(rows.batch.subarray(from, from + length), place * length);
      this.#running.set(rows.running.subarray(from, from + length), place * length);
      this.#end++;
    });
    this.#start = Math.max(this.#start, this.#end - this.#capacity);
  }

  /** Takes away the rows after this step. */
  truncate(step: number): void {
    const end = this.rowAt(step) + 1;
    if (end === this.#end) return;
    this.#end = end;
    this.#revision++;
  }

  clear(): void {
    this.#begin([]);
  }

  step(row: number): number {
    return this.#steps[row % this.#capacity] ?? Number.NaN;
  }

  /** The last row at or before a step; before `start` where there is none. */
  rowAt(step: number): number {
    let [low, high] = [this.#start, this.#end];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.step(middle) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** What a lane's site had in a row: views, good until rows are appended. Null for a lane that is not watched. */
  sample(row: number, lane: string): SiteSample | null {
    let from = (row % this.#capacity) * this.#length;
    for (const site of this.#sites) {
      if (site.lane === lane)
        return sampleAt({ batch: this.#batch, running: this.#running }, from, site.channels);
      from += 3 * site.channels;
    }
    return null;
  }

  #fits(sites: readonly WatchedSite[]): boolean {
    return sites.every(({ lane, site }) => this.#watched[lane] === site);
  }

  #begin(sites: readonly WatchedSite[]): void {
    const length = rowLength(sites);
    const fitting = Math.floor(MOST_BYTES / (BYTES_A_NUMBER * Math.max(1, length)));
    this.#sites = sites;
    this.#length = length;
    this.#capacity = length === 0 ? 0 : Math.max(1, Math.min(MOST_ROWS, fitting));
    this.#steps = new Uint32Array(this.#capacity);
    this.#batch = new Float32Array(this.#capacity * length);
    this.#running = new Float64Array(this.#capacity * length);
    this.#start = 0;
    this.#end = 0;
    this.#revision++;
  }
}

function isSame(a: readonly WatchedSite[], b: readonly WatchedSite[]): boolean {
  return (
    a.length === b.length &&
    a.every((site, place) => {
      const other = b[place];
      return (
        site.lane === other?.lane && site.site === other.site && site.channels === other.channels
      );
    })
  );
}
