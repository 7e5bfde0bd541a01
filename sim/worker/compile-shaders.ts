import { Lockstep } from "../train/lockstep.ts";
import type { RunParts } from "./run.ts";

/** Takes one step of a copy, so that the shaders are there when Play is pressed. */
export async function compileShaders(run: Omit<RunParts, "id" | "resume">): Promise<void> {
  const { experiment, device, parts, say } = run;
  say("Compiling shaders", 0, 1);
  const short = { ...experiment, steps: 2, evaluateEvery: 2 };
  const copy = await Lockstep.open(short, parts.catalogue, { engine: device.engine });
  try {
    copy.takeStep();
    await copy.drain();
  } finally {
    copy.close();
  }
  say("Compiling shaders", 1, 1);
}
