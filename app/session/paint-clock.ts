import type { TableName } from "../../sim/contract/protocol.ts";
import type { Series, SeriesTable } from "./series.ts";

// Fifteen drawings a second look alive; more would only take time from the training.
const INTERVAL_MS = 66;
const CALM_INTERVAL_MS = 500;

/** What there is to draw by this frame. A new object says that tables have grown; the tables themselves are not copied. */
export interface Painted {
  readonly version: number;
  readonly table: (name: TableName) => SeriesTable;
}

/** Tells every chart at once that there is something new to draw, in an animation frame and not too often. */
export class PaintClock {
  readonly #series: Series;
  readonly #listeners = new Set<() => void>();
  #painted: Painted;
  #frame = 0;
  #paintedAt = -Infinity;

  constructor(series: Series) {
    this.#series = series;
    this.#painted = this.#picture();
    series.subscribe(() => this.#request());
  }

  get painted(): Painted {
    return this.#painted;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #request(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  #picture(): Painted {
    return { version: this.#series.version, table: (name) => this.#series.table(name) };
  }

  #tick(now: number): void {
    this.#frame = 0;
    if (now - this.#paintedAt < interval()) return this.#request();
    this.#paintedAt = now;
    this.#painted = this.#picture();
    for (const listener of this.#listeners) listener();
  }
}

function interval(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_INTERVAL_MS : INTERVAL_MS;
}
