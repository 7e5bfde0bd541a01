/** A number, or null where there is none: a lane that diverged, a score that a task has not. */
export type MaybeNumber = number | null;

/** The numbers that are there. */
export function present(values: readonly MaybeNumber[]): number[] {
  return values.filter((value) => value !== null && Number.isFinite(value)) as number[];
}

/** Null for no values. */
export function mean(values: readonly number[]): MaybeNumber {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation of a sample, divided by n − 1; null for fewer than two values. */
export function deviation(values: readonly number[]): MaybeNumber {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** The middle value, or halfway between the two in the middle; null for no values. */
export function median(values: readonly number[]): MaybeNumber {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
