const ROUND = [1, 2, 5, 10] as const;

/** The next of 1, 2 and 5 times a power of ten. */
export function ceilingOf(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const round = ROUND.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  // 0.30000000000000004 is 0.3.
  return Number((round * power).toPrecision(12));
}
