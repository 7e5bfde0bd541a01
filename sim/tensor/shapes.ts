import * as tf from "@tensorflow/tfjs-core";
import type { Ops } from "./ops.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

type Shapes = Pick<
  Ops,
  "sum" | "mean" | "max" | "min" | "argMax" | "reshape" | "transpose" | "concat" | "slice"
>;

/** Reductions and rearrangements with their gradients. */
export function shapes(tape: Tape | null): Shapes {
  const reduce = (x: Raw, axes: readonly number[], keep: boolean, average: boolean): Raw => {
    const output = (average ? tf.mean : tf.sum)(x, [...axes], keep);
    const kept = x.shape.map((n, i) =>
      axes.some((axis) => axis === i || axis + x.rank === i) ? 1 : n,
    );
    const count = x.size / kept.reduce((a, b) => a * b, 1);
    tape?.record([x], output, (g) => {
      const spread = tf.broadcastTo(tf.reshape(g, kept), x.shape);
      return [average ? tf.div(spread, count) : spread];
    });
    return output;
  };
  return {
    sum: (x, axes, keep = false) => reduce(raw(x), axes, keep, false),
    mean: (x, axes, keep = false) => reduce(raw(x), axes, keep, true),
    max: (x, axes, keep = false) => tf.max(raw(x), [...axes], keep),
    min: (x, axes, keep = false) => tf.min(raw(x), [...axes], keep),
    argMax: (x) => tf.argMax(raw(x), -1),
    reshape(x, shape) {
      const input = raw(x);
      const output = tf.reshape(input, [...shape]);
      tape?.record([input], output, (g) => [tf.reshape(g, input.shape)]);
      return output;
    },
    transpose(x, order) {
      const input = raw(x);
      const output = tf.transpose(input, [...order]);
      const back = order.map((_, axis) => order.indexOf(axis));
      tape?.record([input], output, (g) => [tf.transpose(g, back)]);
      return output;
    },
    concat(parts, axis) {
      const inputs = parts.map(raw);
      const output = tf.concat(inputs, axis);
      tape?.record(inputs, output, (g) =>
        tf.split(
          g,
          inputs.map((part) => part.shape[axis] ?? 0),
          axis,
        ),
      );
      return output;
    },
    slice(x, begin, size) {
      const input = raw(x);
      const output = tf.slice(input, [...begin], [...size]);
      const paddings = input.shape.map((n, i): [number, number] => {
        const start = begin[i] ?? 0;
        return [start, n - start - (output.shape[i] ?? n)];
      });
      tape?.record([input], output, (g) => [tf.pad(g, paddings)]);
      return output;
    },
  };
}
