import { pointsUpTo } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain } from "./shared-domain.ts";

/** Where a key moves the crosshair: to a step, away (null), or nowhere (undefined) since the key is not ours. */
export function stepForKey(
  key: string,
  crosshair: number | null,
  series: readonly LineSeries[],
  [low, high]: Domain,
): number | null | undefined {
  const first = () => stepAfter(series, low - BEFORE, high);
  const last = () => stepBefore(series, high + BEFORE, low);
  switch (key) {
    case "ArrowLeft":
      return crosshair === null ? last() : (stepBefore(series, crosshair, low) ?? crosshair);
    case "ArrowRight":
      return crosshair === null ? last() : (stepAfter(series, crosshair, high) ?? crosshair);
    case "Home":
      return first();
    case "End":
      return last();
    case "Escape":
      return null;
    default:
      return undefined;
  }
}

/** Less than the distance of two steps, which are whole. */
const BEFORE = 0.5;

/** The first step of any line after this one, up to a limit. */
function stepAfter(series: readonly LineSeries[], step: number, limit: number): number | null {
  const steps = series.flatMap((line) => {
    const index = pointsUpTo(line, step);
    // The column may be longer than what has arrived.
    return index < line.length ? (line.steps[index] ?? []) : [];
  });
  const next = Math.min(...steps);
  return next <= limit ? next : null;
}

/** The last step of any line before this one, down to a limit. */
function stepBefore(series: readonly LineSeries[], step: number, limit: number): number | null {
  const steps = series.flatMap((line) => line.steps[pointsUpTo(line, step - BEFORE) - 1] ?? []);
  const previous = Math.max(...steps);
  return previous >= limit ? previous : null;
}
