import { boxesByFifths, fifthOf } from "../../sim/contract/boxes.ts";
import type { Box } from "../../sim/contract/boxes.ts";
import type { SeriesTable } from "../session/series.ts";

interface Kept {
  readonly boxes: readonly (Box | null)[];
  readonly rows: number;
  readonly length: number;
}

/** The boxes of a table's columns over fifths of a run. A fifth that is over is not sorted again. */
export class Fifths {
  readonly #table: SeriesTable;
  readonly #kept = new Map<number, Kept>();

  constructor(table: SeriesTable) {
    this.#table = table;
  }

  /** Five boxes of a column, as far as its rows go, in a run of `length` steps. */
  of(column: number, length: number): readonly (Box | null)[] {
    const rows = this.#table.length;
    const kept = this.#kept.get(column);
    if (kept?.rows === rows && kept.length === length) return kept.boxes;
    const { steps } = this.#table;
    // What was kept ends in a fifth that may have grown since; all before it are over.
    const isSame = kept?.length === length && kept.rows > 0;
    const open = isSame ? fifthOf(steps[kept.rows - 1] ?? 1, length) : 0;
    let from = 0;
    while (from < rows && fifthOf(steps[from] ?? 1, length) < open) from++;
    const fresh = boxesByFifths(
      steps.subarray(from, rows),
      this.#table.values(column).subarray(from, rows),
      length,
    );
    const boxes = fresh.map((box, fifth) => (fifth < open ? (kept?.boxes[fifth] ?? null) : box));
    this.#kept.set(column, { boxes, rows, length });
    return boxes;
  }
}
