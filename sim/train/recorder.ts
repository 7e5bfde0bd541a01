import type { LaneCheckpoint } from "../contract/checkpoint.ts";
import type { MetricDefinition } from "../contract/metric.ts";
import type { SiteId } from "../contract/net.ts";
import type { Column, Rows, TableName } from "../contract/protocol.ts";
import { dispose, download, joined } from "../tensor/engine.ts";
import type { Tensor } from "../tensor/ops.ts";
import { heldOutColumns, heldOutRows, translatedColumns } from "./held-out-table.ts";
import type { HeldOutNote, ScoredLane } from "./held-out-table.ts";
import type { Lane } from "./lane.ts";
import { Observer } from "./observer.ts";

export interface Divergence {
  readonly lane: string;
  /** The first step whose loss was not finite. */
  readonly step: number;
  readonly site: SiteId | null;
}

interface StepNote {
  readonly step: number;
  readonly lane: number;
  readonly alpha: number;
  readonly row: Tensor;
}

/**
 * Gathers what the steps leave on the device, and brings it over in one download when asked. What a lane measured after
 * it diverged is not a number, and is said to be none.
 */
export class Recorder {
  readonly columns: Readonly<Record<TableName, readonly Column[]>>;
  readonly #lanes: readonly Lane[];
  readonly #observers: readonly Observer[];
  readonly #diverged: boolean[];
  #steps: StepNote[] = [];
  #heldOut: HeldOutNote[] = [];

  /** `scored` says of each lane what its scores are called. */
  constructor(
    lanes: readonly Lane[],
    scored: readonly ScoredLane[],
    metrics: readonly MetricDefinition[],
  ) {
    this.#lanes = lanes;
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
    this.#diverged = lanes.map(() => false);
    this.columns = {
      steps: this.#observers.flatMap(({ columns }) => columns),
      "held-out": heldOutColumns(scored),
      translated: translatedColumns(scored),
    };
  }

  get allDiverged(): boolean {
    return this.#diverged.every(Boolean);
  }

  hasDiverged(lane: number): boolean {
    return this.#diverged[lane] ?? false;
  }

  noteStep(note: StepNote): void {
    this.#steps.push(note);
  }

  noteHeldOut(note: HeldOutNote): void {
    this.#heldOut.push(note);
  }

  async drain(): Promise<{ rows: Rows[]; diverged: Divergence[] }> {
    const steps = this.#steps;
    const heldOut = this.#heldOut;
    this.#steps = [];
    this.#heldOut = [];
    if (steps.length === 0) return { rows: [], diverged: [] };
    const tensors = [...steps.map(({ row }) => row), ...heldOut.map(({ scores }) => scores)];
    const block = joined(tensors);
    dispose(tensors);
    const numbers = await download(block);
    dispose([block]);
    const diverged: Divergence[] = [];
    const { rows, end } = this.#stepRows(steps, numbers, diverged);
    const tables = [rows];
    if (heldOut.length > 0)
      tables.push(heldOutRows(heldOut, numbers.subarray(end), this.#lanes.length));
    return { rows: tables, diverged };
  }

  /** What has been noted of a lane up to its last step. Throws while steps wait to be brought over. */
  save(lane: number): Pick<LaneCheckpoint, "running" | "diverged"> {
    if (this.#steps.length > 0)
      throw new Error(`${this.#steps.length} notes wait for the next drain; save after it`);
    return { running: this.#observer(lane).save(), diverged: this.hasDiverged(lane) };
  }

  /** Forgets what waits to be brought over, and goes on from what was saved of every lane. */
  load(saved: readonly Pick<LaneCheckpoint, "running" | "diverged">[]): void {
    this.dispose();
    this.#steps = [];
    this.#heldOut = [];
    saved.forEach(({ running, diverged }, lane) => {
      this.#observer(lane).load(running);
      this.#diverged[lane] = diverged;
    });
  }

  dispose(): void {
    dispose([...this.#steps.map(({ row }) => row), ...this.#heldOut.map(({ scores }) => scores)]);
  }

  #observer(lane: number): Observer {
    const observer = this.#observers[lane];
    if (!observer) throw new Error(`there is no lane ${lane} among ${this.#observers.length}`);
    return observer;
  }

  #stepRows(
    notes: readonly StepNote[],
    numbers: Float32Array,
    diverged: Divergence[],
  ): { rows: Rows; end: number } {
    const steps = Uint32Array.from(new Set(notes.map(({ step }) => step)));
    const width = this.columns.steps.length;
    const values = new Float32Array(steps.length * width).fill(Number.NaN);
    const starts = columnStarts(this.#observers);
    let at = 0;
    for (const { step, lane, alpha } of notes) {
      const observer = this.#observer(lane);
      const row = numbers.subarray(at, at + observer.rowLength);
      at += observer.rowLength;
      if (this.#diverged[lane]) continue;
      if (!Number.isFinite(row[0])) {
        this.#diverged[lane] = true;
        const id = this.#lanes[lane]?.setup.id ?? "";
        diverged.push({ lane: id, step, site: observer.brokenSite(row) });
        continue;
      }
      values.set(observer.read(row, alpha), steps.indexOf(step) * width + (starts[lane] ?? 0));
    }
    return { rows: { table: "steps", steps, values }, end: at };
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
