/** The step on jax-js, as one compiled function from weights and memory to weights and memory. */
import { defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";

export async function open(device, problem) {
  const opened = await init(device);
  if (!opened.includes(device)) throw new Error(`jax-js does not open ${device} here`);
  defaultDevice(device);
  const { length, width, vocabulary, rate, beta1, beta2, epsilon } = problem.shape;
  const array = (values, shape) => np.array(Float32Array.from(values), { shape });
  const names = problem.weights.map(({ name }) => name);
  const zeros = () => problem.weights.map(({ shape }) => np.zeros(shape));
  const oneHot = (ids) =>
    nn.oneHot(np.array(Int32Array.from(ids), { shape: [ids.length], dtype: np.int32 }), vocabulary);
  const feed = {
    // In a compiled function, 0.1.25 refuses the gradient of a gather ("scatter input is not imm").
    chosen: oneHot(problem.ids),
    target: oneHot(problem.labels),
    positions: array(problem.positions, [1, length, width]),
    mask: array(causal(length), [1, 1, length, length]),
  };
  const lossAndGradients = valueAndGrad((weights, given) =>
    forward(Object.fromEntries(names.map((name, i) => [name, weights[i]])), given, problem.shape),
  );
  const update = jit((weights, first, second, given, corrections) => {
    const [correction1, correction2] = [corrections.ref.slice(0), corrections.slice(1)];
    const [loss, gradients] = lossAndGradients(tree.ref(weights), given);
    const m = first.map((old, i) => old.mul(beta1).add(gradients[i].ref.mul(1 - beta1)));
    const v = second.map((old, i) => old.mul(beta2).add(np.square(gradients[i]).mul(1 - beta2)));
    const next = weights.map((weight, i) => {
      const root = np.sqrt(v[i].ref.mul(correction2.ref)).add(epsilon);
      return weight.sub(m[i].ref.mul(correction1.ref).div(root).mul(rate));
    });
    correction1.dispose();
    correction2.dispose();
    return [loss, next, m, v];
  });
  let weights = problem.weights.map(({ shape, values }) => array(values, shape));
  let [first, second] = [zeros(), zeros()];
  let last = null;
  let count = 0;
  return {
    // What nobody waits for only queues up, and the queue is gone through again by every step that follows.
    async step() {
      count += 1;
      last?.dispose();
      [last, weights, first, second] = update(
        weights,
        first,
        second,
        tree.ref(feed),
        // One array of two: a single number would be compiled into a program of its own, anew at every step.
        array([1 / (1 - beta1 ** count), 1 / (1 - beta2 ** count)], [2]),
      );
      await last.blockUntilReady();
    },
    async loss() {
      const [value] = await last.ref.data();
      return value;
    },
  };
}

/** Every array is used up by what it is given to; `ref` keeps it for another use. */
function forward(weights, feed, { batch, length, width, heads, layers, normEpsilon }) {
  const rows = batch * length;
  const take = (name) => weights[name].ref;
  const norm = (name, x) => {
    const centred = x.ref.sub(x.mean(-1, { keepdims: true }));
    const variance = np.square(centred.ref).mean(-1, { keepdims: true });
    const standard = centred.div(np.sqrt(variance.add(normEpsilon)));
    return standard.mul(take(`${name} gain`)).add(take(`${name} shift`));
  };
  const split = (x) => x.reshape([batch, length, heads, width / heads]).transpose([0, 2, 1, 3]);
  let x = np
    .matmul(feed.chosen, take("embedding"))
    .reshape([batch, length, width])
    .add(feed.positions)
    .reshape([rows, width]);
  for (let layer = 0; layer < layers; layer++) {
    const map = (part, input) => np.matmul(input, take(`${layer} ${part}`));
    const keys = split(map("key", x.ref)).transpose([0, 1, 3, 2]);
    const scores = np.matmul(split(map("query", x.ref)), keys).mul(1 / Math.sqrt(width / heads));
    const shares = nn.softmax(scores.add(feed.mask.ref), -1);
    const mixed = np.matmul(shares, split(map("value", x.ref)));
    const merged = mixed.transpose([0, 2, 1, 3]).reshape([rows, width]);
    x = norm(`${layer} attention`, x.add(map("output", merged)));
    const inner = nn.relu(map("in", x.ref).add(take(`${layer} in bias`)));
    const outer = map("out", inner).add(take(`${layer} out bias`));
    x = norm(`${layer} feed-forward`, x.add(outer));
  }
  const logits = np.matmul(x, take("embedding").transpose());
  const loss = feed.target
    .mul(nn.logSoftmax(logits, -1))
    .sum()
    .mul(-1 / rows);
  feed.mask.dispose();
  tree.dispose(weights);
  return loss;
}

function causal(length) {
  return Array.from({ length: length * length }, (_, i) =>
    i % length > Math.floor(i / length) ? -1e9 : 0,
  );
}
