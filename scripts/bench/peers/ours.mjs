/** The step on our own operations, tape and optimiser, as a lane takes it. */
import { openDevice, prepareDevices } from "../../../sim/tensor/device.ts";
import { Constants } from "../../../sim/tensor/constants.ts";
import { createOps } from "../../../sim/tensor/create-ops.ts";
import { dispose, download, scope, upload } from "../../../sim/tensor/engine.ts";
import { Tape } from "../../../sim/tensor/tape.ts";
import { unpack } from "../../../sim/tensor/unpack.ts";
import { optimisers } from "../../../sim/train/optimiser.ts";

/** `step()` takes one; `loss()` waits for the last one's. */
export async function open(device, problem, wasmFiles) {
  prepareDevices(wasmFiles);
  await openDevice(device);
  const { batch, length, width, rate } = problem.shape;
  const constants = new Constants();
  const parts = partsOf(problem.weights);
  const values = Float32Array.from(problem.weights.flatMap((weight) => weight.values));
  const zeros = () => upload({ values: new Float32Array(values.length), shape: [values.length] });
  const feed = {
    ids: upload({ values: Int32Array.from(problem.ids), shape: [batch, length] }),
    labels: upload({ values: Int32Array.from(problem.labels), shape: [batch * length] }),
    positions: upload({
      values: Float32Array.from(problem.positions),
      shape: [1, length, width],
    }),
  };
  let kept = { parameters: upload({ values, shape: [values.length] }), state: [zeros(), zeros()] };
  let last = null;
  let count = 0;
  return {
    step() {
      count += 1;
      const { parameters, state, loss } = scope(() => {
        const tape = new Tape();
        const weights = unpack(kept.parameters, parts);
        for (const weight of weights) tape.watch(weight);
        const named = Object.fromEntries(parts.map(({ name }, i) => [name, weights[i]]));
        const scores = forward(createOps(constants, tape), named, feed, problem.shape);
        const plain = createOps(constants, null);
        const each = tape
          .gradients(scores.objective, weights)
          .map((gradient, i) => plain.reshape(gradient, [parts[i].size]));
        const gradient = plain.concat(each, 0);
        const input = { ...kept, gradient, step: count, rate };
        return { ...optimisers.adam.update(plain, input), loss: scores.loss };
      });
      dispose([kept.parameters, ...kept.state, ...(last ? [last] : [])]);
      kept = { parameters, state };
      last = loss;
    },
    async loss() {
      const [value] = await download(last);
      return value;
    },
  };
}

function forward(tf, weights, { ids, labels, positions }, { heads, layers, width, normEpsilon }) {
  const norm = (name, x) =>
    tf.scaleAndShift(tf.standardiseTokens(x, { groups: 1, centre: true, epsilon: normEpsilon }), {
      scale: weights[`${name} gain`],
      shift: weights[`${name} shift`],
    });
  let x = tf.add(tf.embedding(weights.embedding, ids), positions);
  for (let layer = 0; layer < layers; layer++) {
    const map = (part, input) => tf.linear(input, weights[`${layer} ${part}`]);
    const attended = tf.attention({
      queries: map("query", x),
      keys: map("key", x),
      values: map("value", x),
      heads,
      keyMask: null,
      causal: true,
    });
    x = norm(`${layer} attention`, tf.add(x, map("output", attended)));
    const inner = tf.relu(tf.add(map("in", x), weights[`${layer} in bias`]));
    const outer = tf.add(map("out", inner), weights[`${layer} out bias`]);
    x = norm(`${layer} feed-forward`, tf.add(x, outer));
  }
  const rows = tf.reshape(x, [labels.shape[0], width]);
  const logits = tf.linear(rows, tf.transpose(weights.embedding, [1, 0]));
  return tf.crossEntropy({ logits, labels, rowMask: null, smoothing: 0 });
}

function partsOf(weights) {
  let offset = 0;
  return weights.map(({ name, shape, values }) => {
    const part = { name, offset, size: values.length, shape };
    offset += part.size;
    return part;
  });
}
