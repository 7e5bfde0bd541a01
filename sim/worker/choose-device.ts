import type { DeviceName, DeviceReport, DeviceRequest, EngineName } from "../contract/device.ts";
import type { Experiment } from "../contract/experiment.ts";
import { closeDevice, openDevice } from "../tensor/device.ts";
import type { OpenedDevice } from "../tensor/device.ts";
import { DeviceRefused } from "../tensor/device-trouble.ts";
import { Lockstep } from "../train/lockstep.ts";
import type { HostParts, Say } from "./host-parts.ts";

/** A device that is open, and why this one. */
export type Chosen = Omit<DeviceReport, "engine">;

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
const decided = new Map<string, Chosen>();

/**
 * The device asked for; or for `auto`, WebGL on hardware, and otherwise whichever of software WebGL and wasm takes this
 * very experiment's step in less time. A run that goes on stays where it was, if it can.
 */
export async function chooseDevice(wish: Wish, parts: HostParts, say: Say): Promise<Chosen> {
  const { request, before, engine, experiment } = wish;
  if (request !== "auto")
    return {
      ...(await openDevice(request)),
      reason: "It was asked for in the address.",
      standIn: false,
    };
  if (before) return whereItWas(before);
  const key = JSON.stringify([engine, experiment.tasks]);
  const known = decided.get(key);
  const report = known ?? (await decide(wish, parts, say));
  decided.set(key, report);
  await openDevice(report.name);
  return report;
}

async function whereItWas(before: DeviceName): Promise<Chosen> {
  const again = await opened(before);
  if (!isRefusal(again))
    return { ...again, reason: "The run goes on where it was.", standIn: false };
  const wasm = before === "wasm" ? again : await opened("wasm");
  const device = isRefusal(wasm) ? await openDevice("cpu") : wasm;
  return {
    ...device,
    reason: `The run cannot go on where it was: ${again.refusal}`,
    standIn: true,
  };
}

async function decide(wish: Wish, parts: HostParts, say: Say): Promise<Chosen> {
  const webgl = await opened("webgl");
  if (!isRefusal(webgl) && !webgl.software)
    return { ...webgl, reason: "This browser draws WebGL on graphics hardware.", standIn: false };
  const wasm = await opened("wasm");
  if (isRefusal(wasm)) {
    if (!isRefusal(webgl)) return { ...webgl, reason: wasm.refusal, standIn: true };
    const reason = `${webgl.refusal} ${wasm.refusal}`;
    return { ...(await openDevice("cpu")), reason, standIn: true };
  }
  if (isRefusal(webgl)) return { ...wasm, reason: webgl.refusal, standIn: true };
  say("Measuring a step on wasm", 0, 2);
  const onWasm = await measure("wasm", wish, parts);
  say("Measuring a step on software WebGL", 1, 2);
  const onWebgl = await measure("webgl", wish, parts);
  const [winner, loser] = onWasm <= onWebgl ? [wasm, "webgl" as const] : [webgl, "wasm" as const];
  closeLoser(loser);
  const times = `${onWasm.toFixed(0)} ms on wasm, ${onWebgl.toFixed(0)} ms on WebGL`;
  const reason = `WebGL is drawn by software here, and a step took ${times}.`;
  return { ...winner, reason, standIn: false };
}

/** A context that is not used is one of the few a page may have; wasm costs nothing to keep. */
function closeLoser(name: DeviceName): void {
  if (name === "webgl") closeDevice(name);
}

/** The sentence with which a device was refused. */
interface Refusal {
  readonly refusal: string;
}

function isRefusal(answer: OpenedDevice | Refusal): answer is Refusal {
  return "refusal" in answer;
}

async function opened(name: DeviceName): Promise<OpenedDevice | Refusal> {
  try {
    return await openDevice(name);
  } catch (error) {
    if (error instanceof DeviceRefused) return { refusal: error.message };
    throw error;
  }
}

/** Milliseconds a step of one lane of each task takes, once warm. */
async function measure(
  name: DeviceName,
  { experiment, engine }: Wish,
  { catalogue, now }: HostParts,
): Promise<number> {
  await openDevice(name);
  const lanes = experiment.tasks.flatMap((_, task) =>
    experiment.lanes.filter((lane) => lane.task === task).slice(0, 1),
  );
  // Evaluation is left out: it is the step that counts.
  const steps = WARM_STEPS + TIMED_STEPS + 1;
  const lockstep = await Lockstep.open(
    { ...experiment, lanes, steps, evaluateEvery: steps },
    catalogue,
    { sameBatch: true, engine },
  );
  try {
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
