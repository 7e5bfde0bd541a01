/** A float32 that needs fewer than seven is given back by seven, and its zeros are dropped. */
const DIGITS = [7, 8, 9] as const;

/** The shortest digits that are read back as this number; of a float32 nine at most. */
export function shortest(value: number): string {
  if (Math.fround(value) === value)
    for (const digits of DIGITS) {
      const text = String(Number(value.toPrecision(digits)));
      if (Math.fround(Number(text)) === value) return text;
    }
  return String(value);
}
