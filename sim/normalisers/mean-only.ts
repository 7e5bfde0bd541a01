import type { MemorySpec, Normalised, Place, SiteShape } from "../contract/net.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { runningAverage } from "./running-average.ts";

export function meanOnlyMemory({ channels }: SiteShape): Record<"mean", MemorySpec> {
  return { mean: { shape: [channels], initial: 0, writtenBy: "forward" } };
}

/** x − µ + β, with the batch's mean in training and the running one at inference. */
export function meanOnly(
  tf: Ops,
  x: Tensor,
  { mode, moments, memory, weights, clock }: Place<"bias", "mean", unknown>,
): Normalised<"mean"> {
  const { mean } = mode === "evaluate" ? memory : moments;
  const y = tf.add(tf.sub(x, mean), weights.bias);
  if (mode !== "train") return { y, memory: {} };
  const fresh = tf.stopGradient(moments.mean);
  return { y, memory: { mean: runningAverage(tf, memory.mean, fresh, clock) } };
}
