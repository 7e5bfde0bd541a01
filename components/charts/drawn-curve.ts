/** A curve as it is drawn by hand: one value a column, evenly spaced, NaN where nothing has been drawn yet. */
export type DrawnCurve = readonly number[];

/** Finer than a hand draws, a handle at every fifth, and coarse enough that a batch’s tremble is not asked for. */
export const DRAWN_COLUMNS = 26;

/** With a keyboard the curve hangs on so many points. */
export const DRAWN_HANDLES = 6;

export const NOTHING_DRAWN: DrawnCurve = Array.from({ length: DRAWN_COLUMNS }, () => Number.NaN);

export interface Stroke {
  readonly column: number;
  readonly value: number;
}

/** The curve after the pen has moved: columns that it passed between two events lie on the line between them. */
export function stroked(curve: DrawnCurve, from: Stroke | null, to: Stroke): DrawnCurve {
  const start = from ?? to;
  const [first, last] = [start, to].sort((a, b) => a.column - b.column) as [Stroke, Stroke];
  return curve.map((old, column) => {
    if (column === to.column) return to.value;
    if (column < first.column || column > last.column) return old;
    const part = (column - first.column) / (last.column - first.column);
    return first.value + (last.value - first.value) * part;
  });
}

/** Whether every column has a value. */
export function isWhole(curve: DrawnCurve): boolean {
  return curve.every(Number.isFinite);
}

/** The curve from end to end: what lies between two drawn pieces is straight, what lies beyond them level. */
export function completed(curve: DrawnCurve): DrawnCurve {
  const drawn = curve.flatMap((value, column) =>
    Number.isFinite(value) ? [{ column, value }] : [],
  );
  return curve.map((value, column) => {
    if (Number.isFinite(value)) return value;
    const before = drawn.findLast((point) => point.column < column);
    const after = drawn.find((point) => point.column > column);
    if (!before || !after) return (before ?? after)?.value ?? Number.NaN;
    const part = (column - before.column) / (after.column - before.column);
    return before.value + (after.value - before.value) * part;
  });
}

/** The column that a handle stands on. */
export function columnOfHandle(handle: number): number {
  return Math.round((handle * (DRAWN_COLUMNS - 1)) / (DRAWN_HANDLES - 1));
}

/** The curve with one handle moved: straight to the handles beside it. `fallback` is where the others stand if they stand nowhere. */
export function withHandle(
  curve: DrawnCurve,
  handle: number,
  value: number,
  fallback: number,
): DrawnCurve {
  const at = Array.from({ length: DRAWN_HANDLES }, (_, other) => {
    const old = curve[columnOfHandle(other)] ?? Number.NaN;
    if (other === handle) return value;
    return Number.isFinite(old) ? old : fallback;
  });
  return at.reduce<DrawnCurve>((drawn, height, other) => {
    const before = at[other - 1];
    const from = before === undefined ? null : { column: columnOfHandle(other - 1), value: before };
    return stroked(drawn, from, { column: columnOfHandle(other), value: height });
  }, NOTHING_DRAWN);
}
