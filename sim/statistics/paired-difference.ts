import { deviation, mean } from "./describe.ts";
import type { MaybeNumber } from "./describe.ts";
import { criticalT } from "./student.ts";

const CONFIDENCE = 0.95;

/** How far two lanes lie apart, seed by seed, with the interval in which the mean difference lies at 95 %. */
export interface PairedDifference {
  /** Seeds in which both have a number. */
  readonly count: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** What the interval allows to say; `none` where it holds zero. */
  readonly verdict: "lower" | "higher" | "none";
}

/**
 * first − second over the seeds that both have, with Student's interval over n pairs, n − 1 degrees of freedom. Seeds move
 * all lanes together (the same data, the same start), so pairs tell more than the means and their deviations would. Null
 * for fewer than two pairs, which say nothing of how much they vary.
 */
export function pairedDifference(
  first: readonly MaybeNumber[],
  second: readonly MaybeNumber[],
): PairedDifference | null {
  const pairs = first.flatMap((value, seed) => {
    const other = second[seed] ?? null;
    return value === null || other === null ? [] : [value - other];
  });
  const middle = mean(pairs);
  const spread = deviation(pairs);
  if (middle === null || spread === null) return null;
  const reach = (criticalT(CONFIDENCE, pairs.length - 1) * spread) / Math.sqrt(pairs.length);
  const [low, high] = [middle - reach, middle + reach];
  const verdict = low <= 0 && high >= 0 ? "none" : middle < 0 ? "lower" : "higher";
  return { count: pairs.length, mean: middle, low, high, verdict };
}
