import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Session } from "../session/session.ts";
import type { State } from "../store/store.ts";
import type { Shelf } from "./shelf.ts";
import { describedRun, lossesNow } from "./tried-run.ts";
import type { LaneLoss, TriedRun } from "./tried-run.ts";

/** More are not looked through. */
const MOST_RUNS = 50;

export interface LogState {
  /** The newest first. */
  readonly runs: readonly TriedRun[];
  /** Whether they outlast this visit. */
  readonly isKept: boolean;
}

/** The runs that were tried. One is written down whenever it comes to rest, and when it is left. */
export class RunLog {
  readonly #shelf: Shelf;
  readonly #listeners = new Set<() => void>();
  #state: LogState;
  /** The run that goes on, as it was last seen; how long it took, and its place in the list. */
  #seen: { readonly state: State; readonly losses: readonly LaneLoss[] } | null = null;
  #milliseconds = 0;
  #id: number | null = null;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#state = { runs: shelf.read(), isKept: true };
  }

  readonly state = (): LogState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows a session; returns a function that lets go. */
  follow({ store, series }: Session, catalogue: Catalogue): () => void {
    return store.subscribe((now, before) => {
      const isLeft = now.phase === "opening" && now.step === 0 && before.step > 0;
      if (isLeft) this.#leave(catalogue);
      if (now.step === 0 || (now.step === before.step && now.phase === before.phase)) return;
      this.#milliseconds += Math.max(0, now.step - before.step) * (now.millisecondsPerStep ?? 0);
      // When it is left its numbers are gone, and its settings may be another's: so they are noted as they come.
      this.#seen = { state: now, losses: lossesNow(now, series, catalogue) };
      if (now.phase === "paused" || now.phase === "finished") this.#write(catalogue);
    });
  }

  readonly rename = (id: number, name: string): void =>
    this.#set(this.#state.runs.map((run) => (run.id === id ? { ...run, name } : run)));

  readonly remove = (id: number): void =>
    this.#set(this.#state.runs.filter((run) => run.id !== id));

  readonly removeAll = (): void => this.#set([]);

  #leave(catalogue: Catalogue): void {
    this.#write(catalogue);
    this.#seen = null;
    this.#id = null;
    this.#milliseconds = 0;
  }

  #write(catalogue: Catalogue): void {
    if (!this.#seen) return;
    const { runs } = this.#state;
    const old = runs.find(({ id }) => id === this.#id);
    const id = old?.id ?? Math.max(0, ...runs.map((run) => run.id)) + 1;
    this.#id = id;
    const { state, losses } = this.#seen;
    const run = {
      ...describedRun(state, losses, catalogue),
      id,
      name: old?.name ?? `Run ${id}`,
      milliseconds: this.#milliseconds,
    };
    const others = runs.filter((other) => other.id !== id);
    this.#set([run, ...others].slice(0, MOST_RUNS));
  }

  #set(runs: readonly TriedRun[]): void {
    this.#state = { runs, isKept: this.#shelf.write(runs) };
    for (const listener of this.#listeners) listener();
  }
}
