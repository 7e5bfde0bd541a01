import type { Dissection } from "../contract/dissection.ts";
import { EPSILON } from "./look.ts";

/** What PowerNorm makes of x before it normalises. */
export interface GroupScaled {
  /** How many groups of channels each position has. */
  readonly groups: number;
  /** [positions × channels] */
  readonly u: Float64Array;
  /** ψ²_B of u over the real rows, [channels]. */
  readonly quadraticMean: Float64Array;
}

/** Every position costs its own square root, so what was worked out is kept for as long as its dissection. */
const known = new WeakMap<Dissection, GroupScaled>();

/** u = x/√(mean of x² over a position's group + ε); or x itself, where the method scales no groups. */
export function groupScaled(dissection: Dissection): GroupScaled {
  const found = known.get(dissection);
  if (found) return found;
  const isScaled = dissection.normaliser === "power-norm";
  const groups = isScaled ? dissection.heads : 0;
  const u = isScaled ? scaled(dissection, groups) : Float64Array.from(dissection.x);
  const made = { groups, u, quadraticMean: quadraticMeans(dissection, u) };
  known.set(dissection, made);
  return made;
}

function scaled({ x, shape }: Dissection, groups: number): Float64Array {
  const size = (shape.at(-1) ?? 1) / groups;
  const u = new Float64Array(x.length);
  for (let start = 0; start < x.length; start += size) {
    let sum = 0;
    for (let i = start; i < start + size; i++) sum += (x[i] ?? 0) ** 2;
    const root = Math.sqrt(sum / size + EPSILON);
    for (let i = start; i < start + size; i++) u[i] = (x[i] ?? 0) / root;
  }
  return u;
}

function quadraticMeans({ shape, mask }: Dissection, u: Float64Array): Float64Array {
  const channels = shape.at(-1) ?? 1;
  const sums = new Float64Array(channels);
  let rows = 0;
  for (let position = 0; position * channels < u.length; position++) {
    if (mask !== null && mask[position] !== 1) continue;
    rows++;
    for (let c = 0; c < channels; c++)
      sums[c] = (sums[c] ?? 0) + (u[position * channels + c] ?? 0) ** 2;
  }
  return sums.map((sum) => sum / rows);
}
