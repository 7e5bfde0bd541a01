import type { Ops, Tensor } from "../tensor/ops.ts";
import type { SiteReading } from "./lane-net.ts";
import { sizeOf } from "./weights.ts";

type MeasuredSite = Pick<SiteReading, "x" | "mask" | "channels" | "moments" | "gain">;

/**
 * What else is read at one site in a training step, after its moments: N, the third and the fourth moment about the mean,
 * and where a gradient is given, the means of ĝ and of ĝ·(x − µ_B), from which g_µ, g_σ² and g_ψ² follow.
 * [1 + 2 × channels], or [1 + 4 × channels].
 *
 * ĝ = γ·∂L/∂y, the gradient at the normalised value where the method ends in a gain for each channel; elsewhere ∂L/∂y.
 * All are means over the real rows.
 */
export function siteMeasures(tf: Ops, reading: MeasuredSite, gradient: Tensor | null): Tensor {
  const { x, channels, moments, gain } = reading;
  const rows = sizeOf(x.shape) / channels;
  const flat: readonly number[] = [rows, channels];
  const off = tf.sub(tf.reshape(x, flat), moments.mean);
  const square = tf.square(off);
  const parts = [tf.mul(square, off), tf.square(square)];
  if (gradient) {
    const bare = tf.reshape(gradient, flat);
    const atNormalised = gain ? tf.mul(bare, gain) : bare;
    parts.push(atNormalised, tf.mul(atNormalised, off));
  }
  const share = shareOf(tf, reading, rows); // [1, rows]
  const means = parts.map((part) => tf.reshape(tf.matMul(share, part), [channels]));
  return tf.concat([countOf(tf, reading), ...means], 0);
}

/** How many numbers `siteMeasures` gives. */
export function measuresLength(channels: number, gradients: boolean): number {
  return 1 + (gradients ? 4 : 2) * channels;
}

function countOf(tf: Ops, { moments: { count } }: MeasuredSite): Tensor {
  return typeof count === "number"
    ? tf.constant(`count ${count}`, [1], () => [count])
    : tf.reshape(count, [1]);
}

/** What each row counts in an average. */
function shareOf(tf: Ops, { mask, moments: { count } }: MeasuredSite, rows: number): Tensor {
  if (mask) return tf.div(tf.reshape(mask, [1, rows]), count);
  return tf.constant("share", [1, rows], () => new Float32Array(rows).fill(1 / rows));
}
