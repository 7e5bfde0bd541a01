/**
 * One and the same step for everybody: a causal language model with post-norm LayerNorm and an output tied to its
 * embedding, on one batch, with Adam. Weights and ids come from a seed.
 */
const SHAPE = {
  batch: 8,
  length: 16,
  width: 32,
  heads: 2,
  layers: 2,
  hidden: 128,
  vocabulary: 256,
  rate: 1e-3,
  beta1: 0.9,
  beta2: 0.98,
  epsilon: 1e-8,
  normEpsilon: 1e-5,
};

/** `{ shape, weights: [{ name, shape, values }], positions, ids, labels }`, all plain arrays. */
export function makeProblem() {
  const { batch, length, width, hidden, layers, vocabulary } = SHAPE;
  const uniform = uniforms(1);
  const weights = [];
  const add = (name, shape, draw) => {
    const size = shape.reduce((product, n) => product * n, 1);
    weights.push({ name, shape, values: Array.from({ length: size }, draw) });
  };
  const matrix = (name, inputs, outputs) => {
    const limit = Math.sqrt(6 / (inputs + outputs)); // Glorot & Bengio, 2010, equation 16
    add(name, [inputs, outputs], () => (2 * uniform() - 1) * limit);
  };
  add("embedding", [vocabulary, width], () => (2 * uniform() - 1) * 0.1);
  for (let layer = 0; layer < layers; layer++) {
    for (const part of ["query", "key", "value", "output"])
      matrix(`${layer} ${part}`, width, width);
    for (const norm of ["attention", "feed-forward"]) {
      add(`${layer} ${norm} gain`, [width], () => 1);
      add(`${layer} ${norm} shift`, [width], () => 0);
    }
    matrix(`${layer} in`, width, hidden);
    add(`${layer} in bias`, [hidden], () => 0);
    matrix(`${layer} out`, hidden, width);
    add(`${layer} out bias`, [width], () => 0);
  }
  const tokens = Array.from({ length: batch * (length + 1) }, () =>
    Math.floor(uniform() * vocabulary),
  );
  const at = (shift) =>
    Array.from({ length: batch * length }, (_, i) => tokens[i + Math.floor(i / length) + shift]);
  const positions = Array.from({ length: length * width }, () => 2 * uniform() - 1);
  return { shape: SHAPE, weights, positions, ids: at(0), labels: at(1) };
}

/** Mulberry32: the same numbers in every language of this bench, since only this file draws them. */
function uniforms(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
