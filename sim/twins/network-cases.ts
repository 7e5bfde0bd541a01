import type { Random } from "../contract/random.ts";
import { at, ids, loneRow, mask, normal, positive } from "./twin-case.ts";
import type { TwinCase, TwinInput } from "./twin-case.ts";

/**
 * µ is ten thousand σ. Whole numbers near a power of two, as many as a power of two: then sums are exact in float32, and what is
 * left to differ is whether the mean is taken off first.
 */
function offset(...shape: number[]): TwinInput {
  return { shape, draw: (random) => 8192 + random.below(3) - 1 };
}

const products: readonly TwinCase[] = (
  [
    [1, 7, 5],
    [3, 2, 1],
    [31, 33, 31],
    [300, 5, 33],
    [64, 64, 64],
    [5, 300, 7],
  ] as const
).map(([rows, inner, columns]) => ({
  name: `matMul of [${rows}, ${inner}] and [${inner}, ${columns}]`,
  inputs: [normal(rows, inner), normal(inner, columns)],
  run: (tf, inputs) => [tf.matMul(at(inputs, 0), at(inputs, 1))],
}));

const linear: readonly TwinCase[] = (
  [
    [1, 1, 3, 1],
    [2, 3, 5, 31],
    [4, 75, 33, 2],
    [8, 12, 32, 48],
  ] as const
).map(([batch, length, inputs, outputs]) => ({
  name: `linear of [${batch}, ${length}, ${inputs}] to ${outputs}`,
  inputs: [normal(batch, length, inputs), normal(inputs, outputs)],
  run: (tf, given) => [tf.linear(at(given, 0), at(given, 1))],
}));

const convolutions: readonly TwinCase[] = (
  [
    [2, 5, 7, 3, 5, 3, 1, "same"],
    [2, 5, 7, 3, 5, 3, 2, "same"],
    [1, 8, 8, 4, 8, 3, 2, "same"],
    [3, 9, 9, 8, 2, 1, 1, "same"],
    [2, 9, 7, 5, 7, 1, 2, "same"],
    [1, 4, 6, 1, 1, 3, 1, "valid"],
    [4, 16, 16, 3, 8, 3, 1, "same"],
  ] as const
).map(([n, height, width, from, to, size, stride, padding]) => ({
  name: `convolution ${size}×${size} of [${n}, ${height}, ${width}, ${from}] to ${to}, stride ${stride}, ${padding}`,
  inputs: [normal(n, height, width, from), normal(size, size, from, to)],
  run: (tf, inputs) => [tf.convolution(at(inputs, 0), at(inputs, 1), stride, padding)],
}));

const embeddings: readonly TwinCase[] = (
  [
    // More rows than ids: some are never used; fewer: some more than once.
    [33, 5, [2, 3]],
    [4, 31, [3, 20]],
    [300, 2, [1, 1]],
    [7, 1, [5]],
  ] as const
).map(([rows, channels, shape]) => ({
  name: `embedding of [${shape.join(", ")}] ids in [${rows}, ${channels}]`,
  inputs: [normal(rows, channels), ids(rows, ...shape)],
  run: (tf, inputs) => [tf.embedding(at(inputs, 0), at(inputs, 1))],
}));

const attentions: readonly TwinCase[] = (
  [
    [2, 3, 4, 2, true, false],
    [2, 7, 6, 1, false, true],
    [3, 5, 10, 2, true, true],
    [1, 1, 3, 1, false, false],
    [2, 33, 32, 4, true, true],
  ] as const
).map(([batch, length, channels, heads, padded, causal]) => ({
  name: `attention of [${batch}, ${length}, ${channels}], ${heads} heads${padded ? ", padding" : ""}${causal ? ", causal" : ""}`,
  inputs: [
    normal(batch, length, channels),
    normal(batch, length, channels),
    normal(batch, length, channels),
    ...(padded ? [mask(batch, length)] : []),
  ],
  run: (tf, inputs) => [
    tf.attention({
      queries: at(inputs, 0),
      keys: at(inputs, 1),
      values: at(inputs, 2),
      heads,
      keyMask: padded ? tf.reshape(at(inputs, 3), [batch, length]) : null,
      causal,
    }),
  ],
}));

function momentsOf(name: string, x: TwinInput, real: TwinInput | null): TwinCase {
  return {
    name: `channelMoments of [${x.shape.join(", ")}]${name}`,
    inputs: real ? [x, real] : [x],
    run: (tf, inputs) => {
      const moments = tf.channelMoments(at(inputs, 0), real ? at(inputs, 1) : null);
      // Used apart, so that each has a gradient of its own.
      const used = tf.concat(
        [moments.mean, tf.sqrt(tf.add(moments.variance, 1e-5)), moments.quadraticMean],
        0,
      );
      return [used, moments.packed, moments.variance];
    },
  };
}

const moments: readonly TwinCase[] = [
  ...[1, 2, 3, 5, 7, 31, 33].map((last) => momentsOf("", normal(2, 6, last), null)),
  momentsOf(", 300 rows", normal(300, 33), null),
  momentsOf(", one row", normal(1, 7), null),
  momentsOf(", µ ≫ σ", offset(16, 16, 5), null),
  momentsOf(", masked", normal(3, 7, 5), mask(3, 7)),
  momentsOf(", one real row", normal(3, 7, 33), loneRow(3, 7)),
  momentsOf(", 300 masked rows", normal(20, 15, 31), mask(20, 15)),
];

const tokens: readonly TwinCase[] = (
  [
    [[2, 3, 1], 1, normal],
    [[2, 3, 2], 1, normal],
    [[300, 5], 1, normal],
    [[2, 3, 7], 1, normal],
    [[2, 3, 33], 3, normal],
    [[1, 31], 1, normal],
    [[4, 75, 8], 2, normal],
    [[2, 3, 32], 1, offset],
    [[2, 3, 32], 2, offset],
  ] as const
).flatMap(([shape, groups, input]) =>
  [true, false].map((centre) => ({
    name: `standardiseTokens of [${shape.join(", ")}] in ${groups}${centre ? ", centred" : ""}${input === offset ? ", µ ≫ σ" : ""}`,
    inputs: [input(...shape)],
    run: (tf, inputs) => [tf.standardiseTokens(at(inputs, 0), { groups, centre, epsilon: 1e-5 })],
    // Two channels that are centred are ±1 whatever they were, and so is a single one; next to nothing flows back.
    ...((shape.at(-1) ?? 1) / groups <= (centre ? 2 : 1) ? { scale: 10 } : {}),
  })),
);

const scales: readonly TwinCase[] = [1, 3, 5, 33].map((channels) => ({
  name: `scaleAndShift of [4, 75, ${channels}]`,
  inputs: [normal(4, 75, channels), normal(channels), positive(channels), normal(channels)],
  run: (tf, inputs) => [
    tf.scaleAndShift(at(inputs, 0), {
      centre: at(inputs, 1),
      scale: at(inputs, 2),
      shift: at(inputs, 3),
    }),
  ],
}));

function logits(size: number, ...shape: number[]): TwinInput {
  return { shape, draw: (random: Random) => size * random.normal() };
}

const crossEntropies: readonly TwinCase[] = (
  [
    [6, 5, 1, 0, false],
    [6, 33, 1, 0.1, true],
    [300, 7, 1, 0.1, true],
    [1, 31, 1, 0, false],
    [12, 33, 1e4, 0, true],
    [12, 33, 1e-4, 0.1, false],
    [5, 2, 1, 0, false],
  ] as const
).map(([rows, classes, size, smoothing, padded]) => ({
  name: `crossEntropy of [${rows}, ${classes}], logits of ${size}, smoothing ${smoothing}${padded ? ", padding" : ""}`,
  inputs: [logits(size, rows, classes), ids(classes, rows), ...(padded ? [mask(1, rows)] : [])],
  run: (tf, inputs) => {
    const { objective, loss, accuracy } = tf.crossEntropy({
      logits: at(inputs, 0),
      labels: at(inputs, 1),
      rowMask: padded ? tf.reshape(at(inputs, 2), [rows]) : null,
      smoothing,
    });
    return [objective, loss, accuracy];
  },
}));

const shapes: readonly TwinCase[] = [
  {
    name: "reshape of [6, 10] to [5, 12]",
    inputs: [normal(6, 10)],
    run: (tf, inputs) => [tf.square(tf.reshape(at(inputs, 0), [5, 12]))],
  },
  {
    name: "reshape of [2, 3, 33] to [198]",
    inputs: [normal(2, 3, 33)],
    run: (tf, inputs) => [tf.square(tf.reshape(at(inputs, 0), [198]))],
  },
  ...((
    [
      [0, 2, 1],
      [2, 0, 1],
      [1, 0, 2],
      [2, 1, 0],
    ] as const
  ).map((order) => ({
    name: `transpose of [3, 5, 7] by ${order.join(", ")}`,
    inputs: [normal(3, 5, 7)],
    run: (tf, inputs) => [tf.square(tf.transpose(at(inputs, 0), order))],
  })) satisfies TwinCase[]),
  ...(([0, 1] as const).map((axis) => ({
    name: `concat of [5, 7], [5, 7] and [5, 7] along ${axis}`,
    inputs: [normal(5, 7), normal(5, 7), normal(5, 7)],
    run: (tf, inputs) => [tf.square(tf.concat(inputs, axis))],
  })) satisfies TwinCase[]),
  {
    name: "concat of six vectors of odd lengths",
    inputs: [normal(1), normal(2), normal(3), normal(5), normal(7), normal(33)],
    run: (tf, inputs) => [tf.square(tf.concat(inputs, 0))],
  },
  ...((
    [
      [1, 1],
      [2, 5],
      [0, 4],
    ] as const
  ).map(([row, column]) => ({
    name: `slice of [6, 33] from ${row}, ${column}`,
    inputs: [normal(6, 33)],
    run: (tf, inputs) => [tf.square(tf.slice(at(inputs, 0), [row, column], [3, 9]))],
  })) satisfies TwinCase[]),
];

/** What networks are made of. */
export const networkCases: readonly TwinCase[] = [
  ...products,
  ...linear,
  ...convolutions,
  ...embeddings,
  ...attentions,
  ...moments,
  ...tokens,
  ...scales,
  ...crossEntropies,
  ...shapes,
];
