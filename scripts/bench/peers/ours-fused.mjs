/** Our step, recorded once and replayed. */
import { planOf } from "../../../sim/plan/plan.ts";
import { record } from "../../../sim/plan/recorder.ts";
import { Constants } from "../../../sim/tensor/constants.ts";
import { openDevice, prepareDevices } from "../../../sim/tensor/device.ts";
import { CanvasEngine } from "../../../sim/webgl/canvas-engine.ts";
import { openCanvas } from "../../../sim/webgl/open-canvas.ts";
import { nextTurn } from "../../../sim/worker/turns.ts";
import { feedOf, startOf, trainStep } from "./own-step.mjs";

const NAMES = ["parameters", "first", "second"];
const KEY = "step";

export async function open(device, problem, wasmFiles) {
  if (device !== "webgl") throw new Error(`steps are not replayed on ${device}`);
  prepareDevices(wasmFiles);
  // TensorFlow.js wants some device to return to when a recording ends.
  await openDevice("cpu");
  const { canvas } = await openCanvas(nextTurn);
  const engine = new CanvasEngine(canvas);
  const stage = engine.stage(1);
  const start = startOf(problem);
  start.forEach(({ values, shape }, i) => stage.load(0, { name: NAMES[i], shape }, values));
  let count = 0;
  stage.compile(KEY, [recorded(problem, () => count)]);
  const feeds = Object.fromEntries(
    Object.entries(feedOf(problem)).map(([name, { values }]) => [name, values]),
  );
  let last = null;
  return {
    step() {
      count += 1;
      last = stage.run(KEY, feeds, true);
    },
    async loss() {
      const [[loss]] = (await engine.take(new Set([last]))).get(last);
      return loss;
    },
  };
}

function recorded(problem, count) {
  return record((recording) => {
    const live = new Map();
    const atStep = (from) => {
      const key = [1, 2, 7].map(from).join(" ");
      live.set(key, () => from(count()));
      return recording.tensor({ kind: "live", key }, []);
    };
    const carried = startOf(problem).map(({ shape }, i) =>
      recording.tensor({ kind: "state", name: NAMES[i] }, shape),
    );
    const [parameters, ...state] = carried;
    const feed = Object.fromEntries(
      Object.entries(feedOf(problem)).map(([name, { values, shape }]) => [
        name,
        recording.tensor({ kind: "feed", name }, shape, values instanceof Int32Array),
      ]),
    );
    const constants = new Constants();
    const after = trainStep({ parameters, state }, feed, { constants, problem, atStep });
    const next = new Map(
      [after.parameters, ...after.state].map((tensor, i) => [
        NAMES[i],
        recording.labelled(recording.nodeOf(tensor), `next ${NAMES[i]}`),
      ]),
    );
    // A row's parts begin at whole texels.
    const loss = recording.build.pad(recording.nodeOf(after.loss), [0], [4]);
    const row = [recording.labelled(loss, "row")];
    const plan = planOf(recording.graph, [...next.values()], row, null);
    return { plan, next, row, rowParts: [[1]], live };
  });
}
