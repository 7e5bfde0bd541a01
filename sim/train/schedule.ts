import type { TrainingValues } from "../contract/training.ts";

/**
 * The learning rate at a step, counted from 1: up in a straight line over the warm-up, then level or down with the
 * inverse square root of the step (Vaswani et al., 2017, section 5.3, scaled to its peak).
 */
export function rateAt(step: number, training: TrainingValues): number {
  const { learningRate, schedule, warmUp } = training;
  if (step < warmUp) return (learningRate * step) / warmUp;
  if (schedule === "constant") return learningRate;
  return learningRate * Math.sqrt(Math.max(1, warmUp) / step);
}
