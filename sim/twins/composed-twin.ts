import { dispose, download, scope, upload } from "../tensor/engine.ts";
import type { TwinCase } from "./twin-case.ts";
import { numbersOf, workOf } from "./twin-work.ts";

/** What a case gives one operation after another, on the device of TensorFlow.js that is open. */
export async function composedTwin(one: TwinCase, lane: number): Promise<readonly Float32Array[]> {
  const tensors = scope(() => [...workOf(one, numbersOf(one, lane).map(upload))]);
  const values: Float32Array[] = [];
  for (const tensor of tensors) values.push(Float32Array.from(await download(tensor)));
  dispose(tensors);
  return values;
}
