import type { DeviceName, DeviceReport, DeviceRequest, EngineName } from "../contract/device.ts";
import type { Experiment } from "../contract/experiment.ts";
import { SLOW_STEP_MS } from "../contract/slow-step.ts";
import type { Engine } from "../plan/engine.ts";
import { DeviceRefused } from "../tensor/device-trouble.ts";
import { Lockstep } from "../train/lockstep.ts";
import type { HostParts, Say } from "./host-parts.ts";
import { closeFor, openFor } from "./open-for.ts";
import type { Opened } from "./open-for.ts";

/** A device that is open, why this one, and what replays steps on it; null where each is composed. */
export interface Chosen {
  readonly report: DeviceReport;
  readonly engine: Engine | null;
}

type Decision = Pick<DeviceReport, "name" | "reason" | "standIn">;

export interface Wish {
  readonly request: DeviceRequest;
  readonly engine: EngineName;
  /** Where a run that is to go on was, before its device or its worker was lost. */
  readonly before: DeviceName | null;
  readonly experiment: Experiment;
}

const WARM_STEPS = 1;
const TIMED_STEPS = 2;

/** Decisions of `auto`, by what was measured: another seed need not be measured again. */
const decided = new Map<string, Decision>();

/**
 * The device asked for; or for `auto`, WebGL on hardware, and otherwise whichever of software WebGL and wasm takes this
 * very experiment's step in less time. A run that goes on stays where it was, if it can.
 */
export async function chooseDevice(wish: Wish, parts: HostParts, say: Say): Promise<Chosen> {
  const { request, before, engine, experiment } = wish;
  if (request !== "auto")
    return chosen(await openFor(request, engine), "It was asked for in the address.", false);
  if (before) return whereItWas(before, engine);
  const key = JSON.stringify([engine, experiment.tasks]);
  const { name, reason, standIn } = decided.get(key) ?? (await decide(wish, parts, say));
  decided.set(key, { name, reason, standIn });
  return chosen(await openFor(name, engine), reason, standIn);
}

async function whereItWas(before: DeviceName, engine: EngineName): Promise<Chosen> {
  const again = await opened(before, engine);
  if (!isRefusal(again)) return chosen(again, "The run goes on where it was.", false);
  const wasm = before === "wasm" ? again : await opened("wasm", engine);
  const open = isRefusal(wasm) ? await openFor("cpu", engine) : wasm;
  return chosen(open, `The run cannot go on where it was: ${again.refusal}`, true);
}

function chosen({ device, engine }: Opened, reason: string, standIn: boolean): Chosen {
  return { report: { ...device, reason, standIn, engine: engine ? "fused" : "composed" }, engine };
}

async function decide(wish: Wish, parts: HostParts, say: Say): Promise<Decision> {
  const { engine } = wish;
  const webgl = await opened("webgl", engine);
  if (!isRefusal(webgl) && !webgl.device.software)
    return {
      name: "webgl",
      reason: "This browser draws WebGL on graphics hardware.",
      standIn: false,
    };
  const wasm = await opened("wasm", engine);
  if (isRefusal(wasm)) {
    if (!isRefusal(webgl)) return { name: "webgl", reason: wasm.refusal, standIn: true };
    return { name: "cpu", reason: `${webgl.refusal} ${wasm.refusal}`, standIn: true };
  }
  if (isRefusal(webgl)) return { name: "wasm", reason: webgl.refusal, standIn: true };
  say("Measuring a step on wasm", 0, 2);
  const onWasm = await measure("wasm", wish, parts);
  if (onWasm > SLOW_STEP_MS) {
    closeFor("webgl", engine);
    return {
      name: "wasm",
      reason: `WebGL is drawn by software here, and was not timed: a step takes about ${(onWasm / 1000).toFixed(0)} s on wasm, and trying both would take long.`,
      standIn: false,
    };
  }
  say("Measuring a step on software WebGL", 1, 2);
  const onWebgl = await measure("webgl", wish, parts);
  const name = onWasm <= onWebgl ? "wasm" : "webgl";
  if (name === "wasm") closeFor("webgl", engine);
  const times = `${onWasm.toFixed(0)} ms on wasm, ${onWebgl.toFixed(0)} ms on WebGL`;
  const reason = `WebGL is drawn by software here, and a step took ${times}.`;
  return { name, reason, standIn: false };
}

/** The sentence with which a device was refused. */
interface Refusal {
  readonly refusal: string;
}

function isRefusal(answer: Opened | Refusal): answer is Refusal {
  return "refusal" in answer;
}

async function opened(name: DeviceName, engine: EngineName): Promise<Opened | Refusal> {
  try {
    return await openFor(name, engine);
  } catch (error) {
    if (error instanceof DeviceRefused) return { refusal: error.message };
    throw error;
  }
}

/** Milliseconds a step of one lane of each task takes, once warm; an estimate where that is long. */
async function measure(
  name: DeviceName,
  { experiment, engine: wanted }: Wish,
  { catalogue, now }: HostParts,
): Promise<number> {
  const { engine } = await openFor(name, wanted);
  const lanes = experiment.tasks.flatMap((_, task) =>
    experiment.lanes.filter((lane) => lane.task === task).slice(0, 1),
  );
  // Evaluation is left out: it is the step that counts.
  const steps = WARM_STEPS + TIMED_STEPS + 1;
  const lockstep = await Lockstep.open(
    { ...experiment, lanes, steps, evaluateEvery: steps },
    catalogue,
    { sameBatch: true, engine, now },
  );
  try {
    if (lockstep.roughMilliseconds > SLOW_STEP_MS) return lockstep.roughMilliseconds;
    for (let step = 0; step < WARM_STEPS; step++) lockstep.takeStep();
    await lockstep.drain();
    const start = now();
    for (let step = 0; step < TIMED_STEPS; step++) lockstep.takeStep();
    await lockstep.drain();
    return (now() - start) / TIMED_STEPS;
  } finally {
    lockstep.close();
  }
}
