import type { Rows } from "../contract/protocol.ts";

/** One table of a run as it grows, kept in rows as it came. */
export class SeriesOfRun {
  readonly steps: number[] = [];
  readonly #values: number[] = [];

  append({ steps, values }: Rows): void {
    this.steps.push(...steps);
    this.#values.push(...values);
  }

  /** One column of a table that is `width` columns wide. */
  readonly column = (at: number, width: number): number[] =>
    this.steps.map((_, row) => this.#values[row * width + at] ?? Number.NaN);
}
