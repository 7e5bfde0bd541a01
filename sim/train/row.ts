import type { Ops, Tensor } from "../tensor/ops.ts";
import type { SiteReading } from "./lane-net.ts";
import { roomOf, sizeOf } from "./weights.ts";

/** Everything that a step reports, as one vector: loss, accuracy, then site by site, then what only the method has. */
export function rowOf(
  tf: Ops,
  scores: { loss: Tensor; accuracy: Tensor },
  readings: readonly SiteReading[],
  measures: readonly Tensor[],
  methods: readonly Tensor[],
): Tensor {
  const sites = readings.flatMap(({ packed, own }, i) => [
    packed,
    ...(own ? [own.batch, own.running] : []),
    ...measures.slice(i, i + 1),
  ]);
  return tf.concat(
    [scores.loss, scores.accuracy, ...sites, ...methods].map((part) => flat(tf, part)),
    0,
  );
}

/** Any tensor as a vector. */
export function flat(tf: Ops, x: Tensor): Tensor {
  return tf.reshape(x, [sizeOf(x.shape)]);
}

/** A weight or its gradient as a vector that fills its slot. */
export function roomy(tf: Ops, x: Tensor): Tensor {
  const size = sizeOf(x.shape);
  const room = roomOf(size) - size;
  return room === 0 ? flat(tf, x) : tf.concat([flat(tf, x), tf.fill([room], 0)], 0);
}
