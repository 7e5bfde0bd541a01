import type { ChannelRows, WatchedSites } from "../contract/channel-rows.ts";
import type { LaneCheckpoint } from "../contract/checkpoint.ts";
import type { MetricDefinition } from "../contract/metric.ts";
import type { SiteId } from "../contract/net.ts";
import type { Column, Rows, TableName } from "../contract/protocol.ts";
import { ChannelWatch } from "./channel-watch.ts";
import type { Carrier, Pending } from "./crew.ts";
import { heldOutColumns, heldOutRows, translatedColumns } from "./held-out-table.ts";
import type { HeldOutNote, ScoredLane } from "./held-out-table.ts";
import type { Lane } from "./lane.ts";
import type { Moment } from "./lane-setup.ts";
import { Observer } from "./observer.ts";

export interface Divergence {
  readonly lane: string;
  /** The first step whose loss was not finite. */
  readonly step: number;
  readonly site: SiteId | null;
}

/** What was measured since the last time. */
export interface Drained {
  readonly rows: readonly Rows[];
  /** Null where no site is watched. */
  readonly channels: ChannelRows | null;
  readonly diverged: readonly Divergence[];
}

const NOTHING: Drained = { rows: [], channels: null, diverged: [] };

interface StepNote {
  readonly lane: number;
  readonly now: Pick<Moment, "step" | "alpha" | "byHand">;
  readonly row: Pending;
}

/**
 * Gathers what the steps leave on the device, and brings it over in one download when asked. What a lane measured after
 * it diverged is not a number, and is said to be none.
 */
export class Recorder {
  readonly columns: Readonly<Record<TableName, readonly Column[]>>;
  readonly #lanes: readonly Lane[];
  readonly #observers: readonly Observer[];
  readonly #carrier: Carrier;
  /** The step at which each lane diverged; Infinity for one that lives. */
  readonly #divergedAt: number[];
  /** Settles when what was drained before has been read: running averages are read in the order of the steps. */
  #before: Promise<void> = Promise.resolve();
  #steps: StepNote[] = [];
  #heldOut: HeldOutNote[] = [];
  #watch = new ChannelWatch({}, []);
  /** The last step that was read, and the lanes that took it. */
  #newest: { readonly step: number; readonly lanes: readonly number[] } | null = null;

  /** `scored` says of each lane what its scores are called. */
  constructor(
    lanes: readonly Lane[],
    scored: readonly ScoredLane[],
    metrics: readonly MetricDefinition[],
    carrier: Carrier,
  ) {
    this.#lanes = lanes;
    this.#carrier = carrier;
    this.#observers = lanes.map(
      ({ setup, sites, methodReadings }, index) =>
        new Observer(
          {
            lane: setup.id,
            score: scored[index]?.score ?? "",
            sites,
            methodReadings,
            methodMetrics: setup.normaliser.metrics ?? [],
          },
          metrics,
        ),
    );
    this.#divergedAt = lanes.map(() => Number.POSITIVE_INFINITY);
    this.columns = {
      steps: this.#observers.flatMap(({ columns }) => columns),
      "held-out": heldOutColumns(scored),
      translated: translatedColumns(scored),
    };
  }

  get allDiverged(): boolean {
    return this.#divergedAt.every(Number.isFinite);
  }

  hasDiverged(lane: number): boolean {
    return Number.isFinite(this.#divergedAt[lane]);
  }

  /** Drains have the channels of these sites too from now on. Gives those of the newest step that was read. */
  watch(watch: WatchedSites): ChannelRows | null {
    const lanes = this.#lanes.map(({ setup, sites }) => ({ id: setup.id, sites }));
    this.#watch = new ChannelWatch(watch, lanes);
    if (!this.#newest) return null;
    const rows = this.#watch.rows(Uint32Array.of(this.#newest.step));
    for (const lane of this.#newest.lanes) this.#putChannels(rows, 0, lane);
    return rows;
  }

  noteStep(note: StepNote): void {
    this.#steps.push(note);
  }

  noteHeldOut(note: HeldOutNote): void {
    this.#heldOut.push(note);
  }

  /**
   * What was noted since the last time. Steps may go on, and be drained, before this has come over; what a lane did until
   * its divergence was seen is left out.
   */
  async drain(): Promise<Drained> {
    const steps = this.#steps;
    const heldOut = this.#heldOut;
    this.#steps = [];
    this.#heldOut = [];
    if (steps.length === 0) return NOTHING;
    const coming = this.#carrier.gather([
      ...steps.map(({ row }) => row),
      ...heldOut.map(({ scores }) => scores),
    ]);
    return this.#inTurn(coming, (numbers) => this.#read(steps, heldOut, numbers));
  }

  /**
   * What has been noted of every lane up to its last step, once all that was drained has come over. Throws while steps
   * wait to be drained.
   */
  async save(): Promise<readonly Pick<LaneCheckpoint, "running" | "diverged">[]> {
    if (this.#steps.length > 0)
      throw new Error(`${this.#steps.length} notes wait for the next drain; save after it`);
    return this.#inTurn(Promise.resolve(), () =>
      this.#observers.map((observer, lane) => ({
        running: observer.save(),
        diverged: this.hasDiverged(lane),
      })),
    );
  }

  /** Forgets what waits to be brought over, and goes on from what was saved of every lane. */
  load(saved: readonly Pick<LaneCheckpoint, "running" | "diverged">[]): void {
    this.dispose();
    this.#steps = [];
    this.#heldOut = [];
    this.#newest = null;
    saved.forEach(({ running, diverged }, lane) => {
      this.#observer(lane).load(running);
      this.#divergedAt[lane] = diverged ? 0 : Number.POSITIVE_INFINITY;
    });
  }

  dispose(): void {
    this.#carrier.forget([
      ...this.#steps.map(({ row }) => row),
      ...this.#heldOut.map(({ scores }) => scores),
    ]);
  }

  #read(
    steps: readonly StepNote[],
    heldOut: readonly HeldOutNote[],
    numbers: readonly Float32Array[],
  ): Drained {
    const { rows, channels, diverged } = this.#stepRows(steps, numbers);
    const tables = [...rows];
    if (heldOut.length > 0) {
      const scores = numbers.slice(steps.length);
      heldOut.forEach(({ lane, step }, index) => {
        // [loss, accuracy] of a network that was no more: without a loss it has no accuracy either.
        if (step >= (this.#divergedAt[lane] ?? 0)) scores[index]?.fill(Number.NaN);
      });
      tables.push(heldOutRows(heldOut, scores, this.#lanes.length));
    }
    return { rows: tables, channels, diverged };
  }

  /** Reads what comes when it has come, and when all that was asked for before has been read. */
  async #inTurn<Coming, Read>(
    coming: Promise<Coming>,
    read: (numbers: Coming) => Read,
  ): Promise<Read> {
    const before = this.#before;
    let done = (): void => {};
    this.#before = new Promise((resolve) => {
      done = resolve;
    });
    try {
      const numbers = await coming;
      await before;
      return read(numbers);
    } finally {
      done();
    }
  }

  #observer(lane: number): Observer {
    const observer = this.#observers[lane];
    if (!observer) throw new Error(`there is no lane ${lane} among ${this.#observers.length}`);
    return observer;
  }

  #putChannels(rows: ChannelRows | null, at: number, lane: number): void {
    const id = this.#lanes[lane]?.setup.id ?? "";
    const site = this.#watch.siteOf(id);
    if (rows && site !== null) this.#watch.put(rows, at, id, this.#observer(lane).latest(site));
  }

  #stepRows(notes: readonly StepNote[], numbers: readonly Float32Array[]): Drained {
    const diverged: Divergence[] = [];
    const steps = Uint32Array.from(new Set(notes.map(({ now }) => now.step)));
    const width = this.columns.steps.length;
    const values = new Float32Array(steps.length * width).fill(Number.NaN);
    const starts = columnStarts(this.#observers);
    const channels = this.#watch.rows(steps);
    notes.forEach(({ now: { step, alpha, byHand }, lane }, index) => {
      const observer = this.#observer(lane);
      const row = numbers[index] ?? new Float32Array(0);
      if (this.hasDiverged(lane)) return;
      if (!Number.isFinite(row[0])) {
        this.#divergedAt[lane] = step;
        const id = this.#lanes[lane]?.setup.id ?? "";
        diverged.push({ lane: id, step, site: observer.brokenSite(row) });
        return;
      }
      const how = {
        // An average that keeps all of itself stays as it is.
        alpha: byHand.freezes ? 1 : alpha,
        asInference: byHand.evaluates && this.#lanes[lane]?.remembers === true,
      };
      const at = steps.indexOf(step);
      values.set(observer.read(row, how), at * width + (starts[lane] ?? 0));
      this.#putChannels(channels, at, lane);
      const lanes = this.#newest?.step === step ? this.#newest.lanes : [];
      this.#newest = { step, lanes: [...lanes, lane] };
    });
    return { rows: [{ table: "steps", steps, values }], channels, diverged };
  }
}

function columnStarts(observers: readonly Observer[]): readonly number[] {
  let start = 0;
  return observers.map(({ columns }) => {
    const here = start;
    start += columns.length;
    return here;
  });
}
