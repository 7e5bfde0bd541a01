import type { Ops, Tensor } from "../tensor/ops.ts";

interface Map {
  /** L, the inputs that one output sums over. */
  readonly fanIn: number;
  readonly apply: (x: Tensor, weight: Tensor) => Tensor;
}

/** −h(w, x) = (2/L) w·x − mean(w) − mean(x), the mean of x over each output's own window. */
export function hammingMap(tf: Ops, x: Tensor, weight: Tensor, { fanIn, apply }: Map): Tensor {
  const inner = weight.shape.slice(0, -1);
  const product = tf.mul(apply(x, weight), 2 / fanIn);
  const ofWeights = tf.mean(
    weight,
    inner.map((_, axis) => axis),
  ); // [outputs]
  const ofInput = apply(x, tf.fill([...inner, 1], 1 / fanIn)); // […, 1]
  return tf.sub(tf.sub(product, ofWeights), ofInput);
}
