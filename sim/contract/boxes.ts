/** A box plot's numbers: quartiles, whiskers to the last value within 1.5 interquartile ranges, and all beyond them. */
export interface Box {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly low: number;
  readonly high: number;
  readonly outliers: readonly number[];
}

/** The box of some values, those that are not finite left out; null when none is left. */
export function boxOf(values: ArrayLike<number>): Box | null {
  const sorted = Array.from(values)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const [q1, median, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const reach = 1.5 * (q3 - q1);
  const within = sorted.filter((value) => value >= q1 - reach && value <= q3 + reach);
  return {
    q1,
    median,
    q3,
    low: within[0] ?? q1,
    high: within.at(-1) ?? q3,
    outliers: sorted.filter((value) => value < q1 - reach || value > q3 + reach),
  };
}

/** Between the two nearest ranks, as NumPy and matplotlib do. `sorted` must not be empty. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** One box for each fifth of training, by step; a fifth without a finite value has none. */
export function boxesByFifths(
  steps: ArrayLike<number>,
  values: ArrayLike<number>,
  length: number,
): (Box | null)[] {
  const fifths: number[][] = [[], [], [], [], []];
  for (let i = 0; i < steps.length; i++)
    fifths[fifthOf(steps[i] ?? 1, length)]?.push(values[i] ?? Number.NaN);
  return fifths.map(boxOf);
}

/** 0 to 4: in which fifth of a run of `length` steps a step lies, counted from 1. */
export function fifthOf(step: number, length: number): number {
  return Math.min(4, Math.floor(((step - 1) / length) * 5));
}
