import { counted, formatInteger, formatMilliseconds } from "../../components/prose/format.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import type { DeviceName } from "../../sim/contract/device.ts";

/** What a step takes before the first was taken: "about 0.2 s a step (an estimate)". */
export function estimateWords(milliseconds: number): string {
  return `about ${formatMilliseconds(Number(milliseconds.toPrecision(2)))} a step (an estimate)`;
}

interface SlowRun {
  readonly milliseconds: number;
  readonly steps: number;
  readonly device: DeviceName;
}

/** What is said instead of beginning a run whose steps take seconds. */
export function slowStepWords({ milliseconds, steps, device }: SlowRun): string {
  const step = `This experiment takes ${estimateWords(milliseconds)} on ${DEVICE_WORDS[device]}`;
  const run = `its ${formatInteger(steps)} steps about ${durationWords(milliseconds * steps)}`;
  return `${step}, and ${run}. Fewer lanes, a smaller batch or a graphics card make it quicker; Step takes one step alone.`;
}

function durationWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  return minutes < 90
    ? counted(minutes, "minute", "minutes")
    : counted(Math.round(minutes / 60), "hour", "hours");
}
