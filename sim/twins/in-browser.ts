import type { GoldenFile } from "../golden/golden-file.ts";
import { runSites } from "../golden/run-suite.ts";
import type { GoldenAnswer } from "../golden/run-suite.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { CanvasEngine } from "../webgl/canvas-engine.ts";
import { openCanvas } from "../webgl/open-canvas.ts";
import { nextTurn } from "../worker/turns.ts";
import { compareMethods } from "./compare-methods.ts";
import type { MethodAnswer } from "./compare-methods.ts";
import { compareTwins } from "./compare-twins.ts";
import type { TwinAnswer } from "./compare-twins.ts";
import { elementCases } from "./element-cases.ts";
import { fusedSite } from "./fused-site.ts";
import { methodCases } from "./method-cases.ts";
import { networkCases } from "./network-cases.ts";
import { countDraws } from "./count-draws.ts";
import type { Draws } from "./count-draws.ts";
import { countWithOneStopped } from "./stopped-lane.ts";

/** Hands the twins, and the golden vectors on our own programs, to a blank page, where journeys ask for them. */
Object.assign(globalThis, {
  normscopeTwins: { operations, methods, stopped, draws },
  normscopeFused: { golden },
});

const groups = {
  "element-wise operations": elementCases,
  "what networks are made of": networkCases,
  "optimisers and PowerNorm": methodCases,
};

function operations(group: keyof typeof groups): Promise<readonly TwinAnswer[]> {
  return onCanvas((engine) => compareTwins(groups[group], engine, ["cpu"]));
}

function methods(): Promise<readonly MethodAnswer[]> {
  return onCanvas(compareMethods);
}

function draws(query: string): Promise<Draws> {
  return onCanvas((engine) => countDraws(engine, query));
}

function stopped(): Promise<readonly (number | null)[]> {
  return onCanvas(countWithOneStopped);
}

/** The golden vectors of single sites, recorded and replayed. */
async function golden(files: readonly GoldenFile[]): Promise<GoldenAnswer> {
  prepareDevices("");
  await openDevice("cpu");
  return onCanvas((engine) => runSites(files, fusedSite(engine)));
}

async function onCanvas<Answer>(work: (engine: CanvasEngine) => Promise<Answer>): Promise<Answer> {
  const { canvas } = await openCanvas(nextTurn);
  const engine = new CanvasEngine(canvas);
  try {
    return await work(engine);
  } finally {
    engine.dispose();
  }
}
