import { pointsUpTo } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain } from "./shared-domain.ts";

/** Keys that move the crosshair, and how. Returns undefined for a key that is not ours. */
export function stepForKey(
  key: string,
  crosshair: number | null,
  series: readonly LineSeries[],
  xDomain: Domain,
): number | null | undefined {
  const inside = (step: number) => step >= xDomain[0] && step <= xDomain[1];
  switch (key) {
    case "ArrowLeft":
      return neighbour(series, crosshair ?? Number.POSITIVE_INFINITY, -1, inside) ?? crosshair;
    case "ArrowRight":
      return crosshair === null
        ? neighbour(series, Number.POSITIVE_INFINITY, -1, inside)
        : (neighbour(series, crosshair, 1, inside) ?? crosshair);
    case "Home":
      return neighbour(series, Number.NEGATIVE_INFINITY, 1, inside);
    case "End":
      return neighbour(series, Number.POSITIVE_INFINITY, -1, inside);
    case "Escape":
      return null;
    default:
      return undefined;
  }
}

/** The nearest step of any line after or before this one. */
function neighbour(
  series: readonly LineSeries[],
  step: number,
  direction: 1 | -1,
  inside: (step: number) => boolean,
): number | null {
  const candidates = series.flatMap((line) => {
    const upTo = pointsUpTo(line, step);
    const here = line.steps[upTo - 1] === step ? upTo - 2 : upTo - 1;
    const found = line.steps[direction === 1 ? upTo : here];
    const exists = direction === 1 ? upTo < line.length : here >= 0;
    return exists && found !== undefined && inside(found) ? [found] : [];
  });
  if (candidates.length === 0) return null;
  return direction === 1 ? Math.min(...candidates) : Math.max(...candidates);
}
