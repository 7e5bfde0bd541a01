import { expect } from "vitest";
import type { Lane } from "./lane.ts";
import type { Lockstep } from "./lockstep.ts";

/** What both ways of computing keep apart at most, of the largest number of its kind. */
export const TOLERANCE = 1e-4;

/** Everything that two runs report and carry, in the norm that is said beside each part. */
export async function expectSame(composed: Lockstep, replayed: Lockstep): Promise<void> {
  const [want, got] = [await composed.drain(), await replayed.drain()];
  expect(got.diverged).toEqual(want.diverged);
  expect(want.rows.length).toBeGreaterThan(0);
  want.rows.forEach(({ table, values }, i) => {
    const columns = composed.columns[table];
    const other = got.rows[i]?.values ?? new Float32Array(0);
    expect(other).toHaveLength(values.length);
    const far = [...values].flatMap((value, at) => {
      const column = JSON.stringify(columns[at % columns.length]);
      // A number that is nearly nothing came of larger ones that cancelled.
      if (Number.isNaN(value) && Number.isNaN(other[at])) return [];
      const off = Math.abs((other[at] ?? Number.NaN) - value) / (Math.abs(value) + 1e-2);
      return off <= TOLERANCE ? [] : [`${column}: ${other[at]} where ${value} is composed`];
    });
    expect(far).toEqual([]);
  });
  const [a, b] = [await composed.save(), await replayed.save()];
  composed.lanes.forEach((lane, index) =>
    expectSameState(lane, partsOf(a, index), partsOf(b, index)),
  );
}

type Parts = Readonly<Record<string, Float32Array>>;

export function partsOf({ lanes }: Awaited<ReturnType<Lockstep["save"]>>, index: number): Parts {
  let offset = 0;
  const { parts = [], numbers = new Float32Array(0) } = lanes[index] ?? {};
  return Object.fromEntries(
    parts.map(({ name, size }) => {
      offset += size;
      return [name, numbers.subarray(offset - size, offset)];
    }),
  );
}

/** Weights and their gradients one by one, each relative to its own largest number and a thousandth of all’s. */
function expectSameState({ slots }: Lane, want: Parts, got: Parts): void {
  expect(Object.keys(got)).toEqual(Object.keys(want));
  for (const [name, values] of Object.entries(want)) {
    const other = got[name] ?? new Float32Array(0);
    const whole = { name, offset: 0, size: values.length };
    const floor = /^(parameters|optimiser)/u.test(name) ? largestOf(values) / 1000 : 0;
    for (const slot of floor > 0 ? slots : [whole]) {
      const range = [slot.offset, slot.offset + slot.size] as const;
      const off = apart(other.subarray(...range), values.subarray(...range), floor);
      expect(off, `${name} ${slot.name}`).toBeLessThan(TOLERANCE);
    }
  }
}

/** The largest difference, over the largest number that is wanted. */
export function apart(got: Float32Array, want: Float32Array, floor = 0): number {
  const off = want.reduce((most, value, i) => {
    const difference = Math.abs(value - (got[i] ?? Number.NaN));
    return difference <= most ? most : difference;
  }, 0);
  return off / (largestOf(want) + floor + 1e-12);
}

function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
