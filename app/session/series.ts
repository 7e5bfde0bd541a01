import { MinMaxPyramid } from "../../components/charts/min-max-pyramid.ts";
import type { Column, Rows, TableName } from "../../sim/contract/protocol.ts";

const FIRST_CAPACITY = 256;
const NO_COLUMNS = { steps: [], "held-out": [], translated: [] };
/** From this part of its capacity on a table begins to move into the next one, a few columns at a time. */
const AHEAD = 0.75;

/** Columns that grow, all of one length. Capacity doubles, so appending costs the same however long the run. */
export class SeriesTable {
  readonly columns: readonly Column[];
  length = 0;
  /** Counts how often rows were taken back. */
  revision = 0;
  #capacity = FIRST_CAPACITY;
  #steps = new Uint32Array(FIRST_CAPACITY);
  readonly #values: Float32Array[];
  /** Only of columns that have been drawn. */
  readonly #pyramids = new Map<number, MinMaxPyramid>();
  /** Columns before this one have moved into the next capacity already. */
  #moved = 0;

  constructor(columns: readonly Column[]) {
    this.columns = columns;
    this.#values = columns.map(() => new Float32Array(FIRST_CAPACITY));
  }

  /** Valid up to `length`; replaced when it grows, so not to be kept. */
  get steps(): Uint32Array {
    return this.#steps;
  }

  /** What the table takes, pyramids included. */
  get bytes(): number {
    const columns = this.#values.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const pyramids = [...this.#pyramids.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    return this.#steps.byteLength + columns + pyramids;
  }

  values(column: number): Float32Array {
    const values = this.#values[column];
    if (!values) throw new Error(`column ${column} of ${this.columns.length}`);
    return values;
  }

  /** The extremes of a column, made when they are first asked for; who draws brings them up to date. */
  pyramid(column: number): MinMaxPyramid {
    const known = this.#pyramids.get(column);
    if (known) return known;
    const made = new MinMaxPyramid();
    this.#pyramids.set(column, made);
    return made;
  }

  append(rows: Rows): void {
    const width = this.columns.length;
    const count = rows.steps.length;
    if (rows.values.length !== count * width)
      throw new Error(
        `${rows.table}: ${count} rows of ${width} columns need ${count * width} values; got ${rows.values.length}`,
      );
    this.#reserve(this.length + count);
    this.#steps.set(rows.steps, this.length);
    this.#values.forEach((values, column) => {
      // [row, column], row-major
      for (let row = 0; row < count; row++)
        values[this.length + row] = rows.values[row * width + column] ?? NaN;
    });
    this.length += count;
    this.#moveAhead(count);
  }

  /** Takes away the rows after this step; those that follow go on from there. */
  truncate(step: number): void {
    let length = this.length;
    while (length > 0 && (this.#steps[length - 1] as number) > step) length--;
    if (length === this.length) return;
    this.length = length;
    this.revision++;
    for (const pyramid of this.#pyramids.values()) pyramid.truncate(length);
  }

  /** As it stands, with no room to grow. */
  copy(): SeriesTable {
    const copy = new SeriesTable(this.columns);
    copy.#reserve(this.length);
    copy.#steps.set(this.#steps.subarray(0, this.length));
    copy.#values.forEach((values, column) =>
      values.set(this.values(column).subarray(0, this.length)),
    );
    copy.length = this.length;
    return copy;
  }

  #reserve(length: number): void {
    if (length <= this.#capacity) return;
    while (this.#capacity < length) this.#capacity *= 2;
    const steps = new Uint32Array(this.#capacity);
    steps.set(this.#steps);
    this.#steps = steps;
    this.#values.forEach((_, column) => this.#move(column, this.#capacity));
    this.#moved = 0;
  }

  /** Hundreds of long columns copied at once would be felt; so they move one after the other before the room is used up. */
  #moveAhead(rows: number): void {
    if (this.length < AHEAD * this.#capacity) return;
    const share = rows / ((1 - AHEAD) * this.#capacity);
    const until = Math.min(
      this.columns.length,
      this.#moved + Math.ceil(share * this.columns.length),
    );
    for (; this.#moved < until; this.#moved++) this.#move(this.#moved, 2 * this.#capacity);
  }

  #move(column: number, capacity: number): void {
    const old = this.values(column);
    if (old.length >= capacity) return;
    const values = new Float32Array(capacity);
    values.set(old);
    this.#values[column] = values;
  }
}

/** Everything a run has measured. It stays outside React: charts look at the version and read the columns in place. */
export class Series {
  #tables: Readonly<Record<TableName, SeriesTable>> = emptyTables(NO_COLUMNS);
  #version = 0;
  readonly #listeners = new Set<() => void>();

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  table(name: TableName): SeriesTable {
    return this.#tables[name];
  }

  begin(columns: Readonly<Record<TableName, readonly Column[]>>): void {
    this.#tables = emptyTables(columns);
    this.#changed();
  }

  clear(): void {
    this.begin(NO_COLUMNS);
  }

  append(rows: readonly Rows[]): void {
    for (const part of rows) this.#tables[part.table].append(part);
    if (rows.length > 0) this.#changed();
  }

  /** Something that is drawn beside the tables has changed. */
  touch(): void {
    this.#changed();
  }

  /** What came after this step is void: the run has gone back to it, or goes on from it. */
  truncate(step: number): void {
    for (const table of Object.values(this.#tables)) table.truncate(step);
    this.#changed();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #changed(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}

function emptyTables(
  columns: Readonly<Record<TableName, readonly Column[]>>,
): Record<TableName, SeriesTable> {
  return {
    steps: new SeriesTable(columns.steps),
    "held-out": new SeriesTable(columns["held-out"]),
    translated: new SeriesTable(columns.translated),
  };
}
