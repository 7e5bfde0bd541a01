/** Largest error allowed, relative to the largest entry of what is expected: float32 on any device. */
export const TOLERANCE = 1e-4;

export interface Compared {
  /** File and case: "powernorm/pnv_mask". */
  readonly id: string;
  readonly quantity: string;
  readonly error: number;
  readonly tolerance: number;
  readonly passed: boolean;
}

/** max |got − want| over max |want|, with a thousandth added below so that zeros compare. Only where `counts`. */
export function compare(
  id: string,
  quantity: string,
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  counts: (index: number) => boolean = () => true,
): Compared {
  if (got.length !== want.length)
    throw new Error(`${id} ${quantity}: ${got.length} numbers where ${want.length} are expected`);
  let off = 0;
  let largest = 0;
  for (let i = 0; i < want.length; i++) {
    if (!counts(i)) continue;
    const difference = Math.abs((got[i] ?? Number.NaN) - (want[i] ?? Number.NaN));
    off = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(off, difference);
    largest = Math.max(largest, Math.abs(want[i] ?? 0));
  }
  const error = off / (largest + 1e-3);
  return { id, quantity, error, tolerance: TOLERANCE, passed: error <= TOLERANCE };
}
