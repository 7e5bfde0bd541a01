import type { Floor } from "../../sim/contract/metric.ts";

/** How many steps a ratio looks back: enough that chance leaves a few per cent of it. */
export const RATIO_STEPS = 100;

/** The last of a column. */
interface Column {
  readonly values: ArrayLike<number>;
  readonly length: number;
}

/**
 * Measured over floor in the last hundred steps, each by the floor's own kind of mean. Null until there are as many, or where
 * one of them is not finite.
 */
export function floorRatio(measured: Column, floor: Column, kind: Floor["kind"]): number | null {
  const power = kind === "mean" ? 1 : 2;
  const length = Math.min(measured.length, floor.length);
  if (length < RATIO_STEPS) return null;
  let [above, below] = [0, 0];
  for (let index = length - RATIO_STEPS; index < length; index++) {
    above += (measured.values[index] ?? Number.NaN) ** power;
    below += (floor.values[index] ?? Number.NaN) ** power;
  }
  const ratio = (above / below) ** (1 / power);
  return Number.isFinite(ratio) ? ratio : null;
}
