/** Our step, one operation after another on TensorFlow.js's kernels. */
import { Constants } from "../../../sim/tensor/constants.ts";
import { openDevice, prepareDevices } from "../../../sim/tensor/device.ts";
import { dispose, download, scope, upload } from "../../../sim/tensor/engine.ts";
import { feedOf, startOf, trainStep } from "./own-step.mjs";

/** `step()` takes one; `loss()` waits for the last one's. */
export async function open(device, problem, wasmFiles) {
  prepareDevices(wasmFiles);
  await openDevice(device);
  const constants = new Constants();
  const feed = Object.fromEntries(
    Object.entries(feedOf(problem)).map(([name, field]) => [name, upload(field)]),
  );
  const [parameters, ...state] = startOf(problem).map(upload);
  let kept = { parameters, state };
  let last = null;
  let count = 0;
  return {
    step() {
      count += 1;
      const atStep = (from) => from(count);
      const { loss, ...next } = scope(() => trainStep(kept, feed, { constants, problem, atStep }));
      dispose([kept.parameters, ...kept.state, ...(last ? [last] : [])]);
      kept = next;
      last = loss;
    },
    async loss() {
      const [value] = await download(last);
      return value;
    },
  };
}
