import { catalogue } from "../catalogue.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "../train/lockstep.ts";
import type { CanvasEngine } from "../webgl/canvas-engine.ts";

export interface Draws {
  readonly lanes: number;
  readonly drawsPerStep: number;
}

/** What the first step of an experiment takes when it is replayed. */
export async function countDraws(engine: CanvasEngine, query: string): Promise<Draws> {
  prepareDevices("");
  await openDevice("cpu");
  const { experiment, ignored } = parseExperiment(new URLSearchParams(query), catalogue);
  if (ignored.length > 0) throw new Error(ignored.join(" "));
  const lockstep = await Lockstep.open(experiment, catalogue, { engine });
  const count = counted(engine.canvas.gl);
  lockstep.takeStep();
  await lockstep.drain();
  lockstep.close();
  return { lanes: lockstep.lanes.length, drawsPerStep: count.draws };
}

function counted(gl: WebGL2RenderingContext): { draws: number } {
  const count = { draws: 0 };
  const drawArrays = gl.drawArrays.bind(gl);
  const drawArraysInstanced = gl.drawArraysInstanced.bind(gl);
  gl.drawArrays = (...call) => {
    count.draws += 1;
    drawArrays(...call);
  };
  gl.drawArraysInstanced = (...call) => {
    count.draws += 1;
    drawArraysInstanced(...call);
  };
  return count;
}
