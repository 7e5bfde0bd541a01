import { sizeOf } from "./graph.ts";

/** Axes of one shape and of another that hold the same numbers in the same order. */
export interface AxesBlock {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** How two shapes of one size correspond, in the smallest blocks there are; axes of length 1 are in none. */
export function matchAxes(from: readonly number[], to: readonly number[]): readonly AxesBlock[] {
  if (sizeOf(from) !== sizeOf(to))
    throw new Error(`[${from.join(", ")}] cannot be read as [${to.join(", ")}]`);
  const left = from.flatMap((size, axis) => (size === 1 ? [] : [axis]));
  const right = to.flatMap((size, axis) => (size === 1 ? [] : [axis]));
  const blocks: AxesBlock[] = [];
  while (left.length > 0) {
    const a = [left.shift() ?? 0];
    const b = [right.shift() ?? 0];
    let sizeA = from[a[0] ?? 0] ?? 1;
    let sizeB = to[b[0] ?? 0] ?? 1;
    while (sizeA !== sizeB) {
      const [list, next, sizes] =
        sizeA < sizeB ? ([a, left.shift(), from] as const) : ([b, right.shift(), to] as const);
      list.push(next ?? 0);
      const size = sizes[next ?? 0] ?? 1;
      if (sizeA < sizeB) sizeA *= size;
      else sizeB *= size;
    }
    blocks.push({ from: a, to: b });
  }
  return blocks;
}
