import type { Frames } from "../../components/frames.ts";
import type { TableName } from "../../sim/contract/protocol.ts";
import type { State, Store } from "../store/store.ts";
import type { Series, SeriesTable } from "./series.ts";

/** What there is to say by this frame. A new object says that tables have grown; the tables themselves are not copied. */
export interface Painted {
  readonly version: number;
  readonly table: (name: TableName) => SeriesTable;
}

/** What a clock reads. */
interface Measured {
  readonly series: Series;
  readonly store: Pick<Store, "getState" | "subscribe">;
}

/**
 * Says to the page's frames that there are new numbers. Lines are painted without React in the next frame; whatever is
 * words (axes, labels, counters) is told here, all at once and at most five times a second.
 */
export class PaintClock {
  readonly #measured: Measured;
  readonly #listeners = new Set<() => void>();
  #painted: Painted;
  #state: State;

  /** `atOnce` renders what it tells before it returns, so that a chart is painted once a frame, words and lines. */
  constructor(measured: Measured, frames: Frames, atOnce: (tell: () => void) => void) {
    this.#measured = measured;
    this.#painted = this.#picture();
    this.#state = measured.store.getState();
    measured.series.subscribe(() => frames.touch());
    measured.store.subscribe(() => frames.touchWords());
    frames.onReadout(() => atOnce(() => this.#tick()));
  }

  get painted(): Painted {
    return this.#painted;
  }

  /** The state as words show it. */
  get state(): State {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #picture(): Painted {
    const { series } = this.#measured;
    return { version: series.version, table: (name) => series.table(name) };
  }

  #tick(): void {
    this.#state = this.#measured.store.getState();
    if (this.#painted.version !== this.#measured.series.version) this.#painted = this.#picture();
    for (const listener of this.#listeners) listener();
  }
}
