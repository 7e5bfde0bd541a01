/** The step on TensorFlow.js as it comes: its variables, its gradients, its Adam, its flags. */
import "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgl";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";

export async function open(device, problem, wasmFiles) {
  const { batch, length, width, vocabulary, rate, beta1, beta2, epsilon } = problem.shape;
  setWasmPaths(wasmFiles);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tf.enableProdMode();
  if (!(await tf.setBackend(device))) throw new Error(`TensorFlow.js does not open ${device} here`);
  await tf.ready();
  const weights = Object.fromEntries(
    problem.weights.map(({ name, shape, values }) => [name, tf.variable(tf.tensor(values, shape))]),
  );
  const oneHot = (ids) => tf.cast(tf.oneHot(tf.tensor1d(ids, "int32"), vocabulary), "float32");
  const ids = tf.tensor1d(problem.ids, "int32");
  const chosen = oneHot(problem.ids);
  // The gradient of a gather needs UnsortedSegmentSum, which wasm lacks.
  const embed = () =>
    device === "wasm" ? tf.matMul(chosen, weights.embedding) : tf.gather(weights.embedding, ids);
  const feed = {
    embed: () => tf.reshape(embed(), [batch, length, width]),
    target: oneHot(problem.labels),
    positions: tf.tensor3d(problem.positions, [1, length, width]),
    mask: tf.tensor4d(causal(length), [1, 1, length, length]),
  };
  const adam = tf.train.adam(rate, beta1, beta2, epsilon);
  let last = null;
  return {
    step() {
      last?.dispose();
      last = adam.minimize(() => forward(weights, feed, problem.shape), true);
    },
    async loss() {
      const [value] = await last.data();
      return value;
    },
  };
}

function forward(weights, feed, { batch, length, width, heads, layers, normEpsilon }) {
  const rows = batch * length;
  const norm = (name, x) => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const deviation = tf.sqrt(tf.add(tf.mean(tf.square(centred), -1, true), normEpsilon));
    const standard = tf.div(centred, deviation);
    return tf.add(tf.mul(standard, weights[`${name} gain`]), weights[`${name} shift`]);
  };
  const split = (x) =>
    tf.transpose(tf.reshape(x, [batch, length, heads, width / heads]), [0, 2, 1, 3]);
  let x = tf.reshape(tf.add(feed.embed(), feed.positions), [rows, width]);
  for (let layer = 0; layer < layers; layer++) {
    const map = (part, input) => tf.matMul(input, weights[`${layer} ${part}`]);
    const scores = tf.mul(
      tf.matMul(split(map("query", x)), split(map("key", x)), false, true),
      1 / Math.sqrt(width / heads),
    );
    const mixed = tf.matMul(tf.softmax(tf.add(scores, feed.mask)), split(map("value", x)));
    const merged = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows, width]);
    x = norm(`${layer} attention`, tf.add(x, map("output", merged)));
    const inner = tf.relu(tf.add(map("in", x), weights[`${layer} in bias`]));
    const outer = tf.add(map("out", inner), weights[`${layer} out bias`]);
    x = norm(`${layer} feed-forward`, tf.add(x, outer));
  }
  const logits = tf.matMul(x, weights.embedding, false, true);
  return tf.neg(tf.mean(tf.sum(tf.mul(feed.target, tf.logSoftmax(logits)), -1)));
}

function causal(length) {
  return Array.from({ length: length * length }, (_, i) =>
    i % length > Math.floor(i / length) ? -1e9 : 0,
  );
}
