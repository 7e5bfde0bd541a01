import type { ChannelStatistics } from "../contract/metric.ts";

/** Moments of one batch at one site: µ, σ² and ψ², and about the mean the third and the fourth, each [channels]. */
export interface BatchMoments extends ChannelStatistics {
  readonly third: ArrayLike<number>;
  readonly fourth: ArrayLike<number>;
  /** N, the real rows. */
  readonly count: number;
}

/** Fewer rows than these say nothing about how they scatter. */
export const FEWEST_ROWS = 3;

/**
 * The variance that each statistic of one batch would have from batch to batch if its rows were N independent draws of one
 * distribution, estimated from the batch itself; three to a channel, [3 × channels], in the order of `STATISTICS`.
 *
 * - Var µ_B = σ²/N; σ²_B underestimates σ² by (N − 1)/N, so σ²_B/(N − 1) is unbiased.
 * - Var σ²_B ≈ (m₄ − σ⁴)/N with m₄ = E(x − µ)⁴; estimated as (m₄ − σ⁴_B)/(N − 2), which is unbiased for normal rows at any N.
 * - Var ψ²_B = Var(x²)/N, and Var(x²) = m₄ + 4µ·m₃ + 4µ²σ² − σ⁴; over N − 1 it is unbiased whatever the distribution.
 *
 * Nothing is assumed of the distribution: the fourth moment is measured. With normal rows these are σ²/N, 2σ⁴/N and
 * (4µ²σ² + 2σ⁴)/N.
 */
export function independentVariance(
  moments: BatchMoments,
  channels: number,
  into: Float64Array,
): void {
  const { mean, variance, third, fourth, count } = moments;
  for (let c = 0; c < channels; c++) {
    const mu = mean[c] ?? 0;
    const square = variance[c] ?? 0;
    const ofSquares = (fourth[c] ?? 0) - square * square;
    const ofPowers = ofSquares + 4 * mu * ((third[c] ?? 0) + mu * square);
    into[c] = square / (count - 1);
    into[channels + c] = Math.max(0, ofSquares) / (count - 2);
    into[2 * channels + c] = Math.max(0, ofPowers) / (count - 1);
  }
}
