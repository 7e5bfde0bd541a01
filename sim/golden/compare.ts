/** Largest error allowed, relative to the largest entry of what is expected: float32 on any device. */
const TOLERANCE = 1e-4;

export interface Compared {
  /** File and case: "powernorm/pnv_mask". */
  readonly id: string;
  readonly quantity: string;
  readonly error: number;
  readonly tolerance: number;
  readonly passed: boolean;
}

export interface CompareOptions {
  /** Which entries count; all by default. */
  readonly counts?: (index: number) => boolean;
  /**
   * What the result was computed from. Where it all but cancels (a group of two channels lets almost no gradient
   * through), the error is taken relative to a tenth of the largest of these: float32 keeps no more.
   */
  readonly from?: ArrayLike<number>;
}

/** max |got − want| over max |want|, with a thousandth added below so that zeros compare. */
export function compare(
  id: string,
  quantity: string,
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  { counts = () => true, from = [] }: CompareOptions = {},
): Compared {
  if (got.length !== want.length)
    throw new Error(`${id} ${quantity}: ${got.length} numbers where ${want.length} are expected`);
  let off = 0;
  let largest = largestOf(from) / 10;
  for (let i = 0; i < want.length; i++) {
    if (!counts(i)) continue;
    const difference = Math.abs((got[i] ?? Number.NaN) - (want[i] ?? Number.NaN));
    off = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(off, difference);
    largest = Math.max(largest, Math.abs(want[i] ?? 0));
  }
  const error = off / (largest + 1e-3);
  return { id, quantity, error, tolerance: TOLERANCE, passed: error <= TOLERANCE };
}

function largestOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
