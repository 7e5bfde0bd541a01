import type { Column, Rows } from "../contract/protocol.ts";

/** One table of a run as it grows, kept in rows as it came. */
export class SeriesOfRun {
  readonly columns: readonly Column[];
  readonly steps: number[] = [];
  readonly #rows: number[] = [];

  constructor(columns: readonly Column[]) {
    this.columns = columns;
  }

  get length(): number {
    return this.steps.length;
  }

  append({ steps, values }: Rows): void {
    this.steps.push(...steps);
    this.#rows.push(...values);
  }

  values(column: number): number[] {
    const width = this.columns.length;
    return this.steps.map((_, row) => this.#rows[row * width + column] ?? Number.NaN);
  }
}
