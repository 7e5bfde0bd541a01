import type { DeviceRequest, EngineName } from "../../sim/contract/device.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { OwnData } from "../../sim/contract/own-data.ts";
import type { FromSim, LaneReport, TableName } from "../../sim/contract/protocol.ts";
import { TABLES } from "../../sim/contract/protocol.ts";
import { SeriesTable } from "../session/series.ts";
import { SimClient } from "../session/sim-client.ts";
import type { Port } from "../session/sim-client.ts";

/** All that one seed measured. */
export interface SeedResult {
  readonly seed: number;
  readonly tables: Readonly<Record<TableName, SeriesTable>>;
  /** Ids of lanes whose loss stopped being a number. */
  readonly diverged: readonly string[];
}

/** How runs over seeds stand; a new object at every change. */
export interface SeedState {
  readonly phase: "idle" | "running" | "finished" | "cancelled" | "failed";
  /** What is run; its own seed is the first. */
  readonly experiment: Experiment | null;
  readonly seeds: readonly number[];
  readonly lanes: readonly LaneReport[];
  /** Of the seed that is being run. */
  readonly step: number;
  readonly done: readonly SeedResult[];
  /** Why it failed, in a sentence. */
  readonly detail: string;
}

export interface SeedOrder {
  readonly experiment: Experiment;
  readonly count: number;
  readonly device: DeviceRequest;
  readonly engine: EngineName;
  /** What a learner brought, for an experiment that learns from it. */
  readonly own: readonly OwnData[];
}

const IDLE: SeedState = {
  phase: "idle",
  experiment: null,
  seeds: [],
  lanes: [],
  step: 0,
  done: [],
  detail: "",
};

/**
 * Runs an experiment with one seed after another, at full speed, in a worker of its own: the run that is shown keeps its
 * worker and its numbers. Every seed is an ordinary run, so what is measured is what the page would show of it.
 */
export class SeedRuns {
  readonly #client: SimClient;
  readonly #listeners = new Set<() => void>();
  #order: SeedOrder | null = null;
  #tables: SeedResult["tables"] | null = null;
  #diverged: string[] = [];
  #state: SeedState = IDLE;

  constructor(makePort: () => Port) {
    this.#client = new SimClient(makePort, {
      message: (message) => this.#hear(message),
      lost: (detail) => this.#stop("failed", detail),
    });
  }

  readonly state = (): SeedState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins anew, with the experiment's own seed and those that follow it. */
  start(order: SeedOrder): void {
    this.#order = order;
    const { experiment, count, own } = order;
    for (const data of own) this.#client.keep(data);
    const seeds = Array.from({ length: count }, (_, i) => experiment.seed + i);
    this.#change({ ...IDLE, phase: "running", experiment, seeds });
    this.#next();
  }

  /** What is finished stays. */
  cancel(): void {
    if (this.#state.phase === "running") this.#stop("cancelled", "");
  }

  /** Ends the worker, whatever it is doing. */
  end(): void {
    this.#client.terminate();
  }

  #next(): void {
    const { seeds, done } = this.#state;
    const seed = seeds[done.length];
    if (seed === undefined || !this.#order) {
      this.#stop("finished", "");
      return;
    }
    this.#tables = null;
    this.#diverged = [];
    const { experiment, device, engine } = this.#order;
    this.#client.open({ ...experiment, seed }, device, engine);
  }

  #hear(message: FromSim): void {
    switch (message.type) {
      case "ready":
        this.#tables = tablesOf(message.columns);
        this.#change({ ...this.#state, lanes: message.lanes });
        this.#client.pace({ kind: "run", stepsPerSecond: null });
        return;
      case "report":
        this.#append(message.rows);
        this.#change({ ...this.#state, step: message.step });
        return;
      case "translations":
        this.#append(message.rows);
        return;
      case "diverged":
        this.#diverged.push(message.lane);
        return;
      case "finished":
        this.#keep();
        return;
      case "failed":
        this.#stop("failed", message.detail);
        return;
      default:
    }
  }

  #append(rows: Extract<FromSim, { type: "report" }>["rows"]): void {
    for (const part of rows) this.#tables?.[part.table].append(part);
  }

  #keep(): void {
    const { seeds, done } = this.#state;
    const seed = seeds[done.length];
    if (seed === undefined || !this.#tables) return;
    const result = { seed, tables: this.#tables, diverged: this.#diverged };
    this.#change({ ...this.#state, step: 0, done: [...done, result] });
    this.#next();
  }

  #stop(phase: "finished" | "cancelled" | "failed", detail: string): void {
    // A worker keeps a device and its memory; the next start makes another.
    this.#client.terminate();
    this.#change({ ...this.#state, phase, detail, step: 0 });
  }

  #change(state: SeedState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function tablesOf(
  columns: Extract<FromSim, { type: "ready" }>["columns"],
): Record<TableName, SeriesTable> {
  const entries = TABLES.map((name) => [name, new SeriesTable(columns[name])] as const);
  // One entry for each name of TABLES.
  return Object.fromEntries(entries) as Record<TableName, SeriesTable>;
}
