import type { CheckpointPart, LaneCheckpoint } from "../contract/checkpoint.ts";
import { dispose, download, joined, upload } from "../tensor/engine.ts";
import type { Tensor } from "../tensor/ops.ts";
import { namedTensors } from "./memory.ts";
import type { LaneState } from "./memory.ts";
import { sizeOf } from "./weights.ts";

/** The part of a checkpoint that lies on the device. */
export type SavedState = Pick<LaneCheckpoint, "parts" | "numbers">;

/** A lane's state as numbers, as it is at this call, in one download that the caller need not wait for. */
export async function packed(state: LaneState): Promise<SavedState> {
  const tensors = namedTensors(state);
  const block = joined(tensors.map(([, tensor]) => tensor));
  const numbers = await download(block);
  dispose([block]);
  return { parts: tensors.map(partOf), numbers };
}

/** The saved numbers by name. Throws when they are not of a lane such as `like`. */
export function numbersByName(
  { parts, numbers }: SavedState,
  like: LaneState,
): ReadonlyMap<string, Float32Array> {
  const wanted = namedTensors(like).map(partOf);
  if (JSON.stringify(parts) !== JSON.stringify(wanted))
    throw new Error(
      `a checkpoint of ${described(parts)} cannot be put into a lane of ${described(wanted)}: open the experiment that it was saved from`,
    );
  let offset = 0;
  return new Map(
    parts.map(({ name, size }) => {
      offset += size;
      return [name, numbers.subarray(offset - size, offset)];
    }),
  );
}

/** Numbers by name as a lane's saved state. */
export function savedFrom(numbers: ReadonlyMap<string, Float32Array>): SavedState {
  const parts = [...numbers].map(([name, values]) => ({ name, size: values.length }));
  const whole = new Float32Array(parts.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const values of numbers.values()) {
    whole.set(values, at);
    at += values.length;
  }
  return { parts, numbers: whole };
}

/** The saved numbers on the device, in the shapes of `like`. Throws when they are not of such a lane. */
export function unpacked(saved: SavedState, like: LaneState): LaneState {
  const waiting = [...numbersByName(saved, like).values()];
  const next = ({ shape }: Tensor): Tensor => {
    const values = waiting.shift() ?? new Float32Array(sizeOf(shape));
    // A copy: a device may keep the array it was given, and the checkpoint may be needed once more.
    return upload({ values: values.slice(), shape });
  };
  // In the order of `namedTensors`.
  const parameters = next(like.parameters);
  const optimiser = like.optimiser.map(next);
  const memory = Object.fromEntries(
    Object.entries(like.memory).map(([site, tensors]) => [
      site,
      Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, next(tensor)])),
    ]),
  );
  return { parameters, optimiser, memory };
}

function partOf([name, { shape }]: readonly [string, Tensor]): CheckpointPart {
  return { name, size: sizeOf(shape) };
}

function described(parts: readonly CheckpointPart[]): string {
  return parts.map(({ name, size }) => `${name} [${size}]`).join(", ");
}
