import type { DeviceName } from "../contract/device.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import type { Engine } from "../plan/engine.ts";
import { composedTwin } from "./composed-twin.ts";
import { fused } from "./fused-twin.ts";
import type { TwinCase } from "./twin-case.ts";
import { numbersOf, workOf } from "./twin-work.ts";

/** Added to what an error is relative to, so that zeros compare. */
const SMALLEST = 1e-3;

export interface TwinAnswer {
  readonly name: string;
  readonly device: DeviceName;
  /** Of all results, gradients and lanes the worst: the largest difference over the largest number of its tensor. */
  readonly error: number;
}

/** Lanes side by side, so that each one's band is used. */
const LANES = [0, 1];

/** Fused and composed on those devices, case by case. */
export async function compareTwins(
  cases: readonly TwinCase[],
  engine: Engine,
  devices: readonly DeviceName[],
): Promise<readonly TwinAnswer[]> {
  prepareDevices("");
  await openDevice("cpu");
  const got = new Map<TwinCase, readonly (readonly Float32Array[])[]>();
  for (const one of cases) got.set(one, await fusedTwin(one, engine));
  const answers: TwinAnswer[] = [];
  for (const device of devices) {
    await openDevice(device);
    for (const one of cases) {
      let error = 0;
      for (const lane of LANES) {
        const want = await composedTwin(one, lane);
        const have = got.get(one)?.[lane] ?? [];
        want.forEach((values, i) => {
          error = Math.max(error, differenceOf(have[i], values, one.scale ?? 0));
        });
      }
      answers.push({ name: one.name, device, error });
    }
  }
  return answers;
}

function fusedTwin(one: TwinCase, engine: Engine) {
  return fused(
    engine,
    LANES.map((lane) => ({
      given: numbersOf(one, lane).map(({ values, shape }, i) => ({
        name: `input ${i}`,
        values,
        shape,
        whole: one.inputs[i]?.whole ?? false,
      })),
      work: (inputs) => workOf(one, inputs),
    })),
  );
}

/** The largest difference, over the largest number; infinite where something is not a number on one side alone. */
function differenceOf(got: Float32Array | undefined, want: Float32Array, scale: number): number {
  if (got?.length !== want.length) return Number.POSITIVE_INFINITY;
  let off = 0;
  let largest = scale;
  for (const [i, value] of want.entries()) {
    const difference = Math.abs((got[i] ?? Number.NaN) - value);
    if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY;
    off = Math.max(off, difference);
    largest = Math.max(largest, Math.abs(value));
  }
  return off / (largest + SMALLEST);
}
