/** The step on our own operations, tape and optimiser, as a lane takes it, whoever computes it. */
import { createOps } from "../../../sim/tensor/create-ops.ts";
import { Tape } from "../../../sim/tensor/tape.ts";
import { unpack } from "../../../sim/tensor/unpack.ts";
import { optimisers } from "../../../sim/train/optimiser.ts";

/** From one long vector of weights, the optimiser's memory and a feed to the next of both, and the loss, [1]. */
export function trainStep({ parameters, state }, feed, { constants, problem, atStep }) {
  const { shape } = problem;
  const parts = partsOf(problem.weights);
  const tape = new Tape();
  const weights = unpack(parameters, parts);
  for (const weight of weights) tape.watch(weight);
  const named = Object.fromEntries(parts.map(({ name }, i) => [name, weights[i]]));
  const scores = forward(createOps(constants, tape), named, feed, shape);
  const plain = createOps(constants, null);
  const each = tape
    .gradients(scores.objective, weights)
    .map((gradient, i) => plain.reshape(gradient, [parts[i].size]));
  const gradient = plain.concat(each, 0);
  const next = optimisers.adam.update(plain, {
    parameters,
    state,
    gradient,
    atStep,
    rate: shape.rate,
  });
  return { ...next, loss: plain.reshape(scores.loss, [1]) };
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

/** The arrays of a batch by name, and where they are read. */
export function feedOf({ ids, labels, positions, shape: { batch, length, width } }) {
  return {
    ids: { values: Int32Array.from(ids), shape: [batch, length] },
    labels: { values: Int32Array.from(labels), shape: [batch * length] },
    positions: { values: Float32Array.from(positions), shape: [1, length, width] },
  };
}

/** What is carried from step to step, in the order of `trainStep`: weights, and Adam's two memories. */
export function startOf({ weights }) {
  const values = Float32Array.from(weights.flatMap((weight) => weight.values));
  const zeros = () => new Float32Array(values.length);
  return [values, zeros(), zeros()].map((each) => ({ values: each, shape: [values.length] }));
}
