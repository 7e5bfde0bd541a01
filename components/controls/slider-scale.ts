/** What a slider needs to know of its range. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly scale?: "linear" | "log" | undefined;
}

/** A log slider has this many places; each moves the value by the same factor. */
const LOG_PLACES = 200;

/** The range that the native slider runs over. A linear slider runs over the values themselves. */
export function trackOf(range: SliderRange): { min: number; max: number; step: number } {
  if (!isLog(range)) return { min: range.min, max: range.max, step: range.step };
  return { min: 0, max: LOG_PLACES, step: 1 };
}

export function placeOf(value: number, range: SliderRange): number {
  if (!isLog(range)) return value;
  const part = Math.log(value / range.min) / Math.log(range.max / range.min);
  return Math.round(Math.max(0, Math.min(1, part)) * LOG_PLACES);
}

/**
 * The value at a place. On a log scale it has two significant digits, so that a slider never gives 0.0100693, and it
 * stays on the grid where the grid is whole numbers.
 */
export function valueAt(place: number, range: SliderRange): number {
  const { min, max, step } = range;
  if (!isLog(range)) return place;
  if (place <= 0) return min;
  if (place >= LOG_PLACES) return max;
  const exact = min * (max / min) ** (place / LOG_PLACES);
  const isWhole = Number.isInteger(step) && Number.isInteger(min);
  const rounded = Number(exact.toPrecision(2));
  return Math.max(min, Math.min(max, isWhole ? Math.round(rounded) : rounded));
}

function isLog({ scale, min }: SliderRange): boolean {
  return scale === "log" && min > 0;
}
