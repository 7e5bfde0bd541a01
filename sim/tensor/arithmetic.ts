import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import type { Operand, Ops, Tensor } from "./ops.ts";
import { unbroadcast } from "./rows.ts";
import { raw, rawOperand } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

type Arithmetic = Pick<
  Ops,
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "square"
  | "sqrt"
  | "exp"
  | "log"
  | "abs"
  | "tanh"
  | "sigmoid"
  | "relu"
  | "clip"
  | "greater"
  | "softmax"
>;

/** The element-wise operations with their gradients. */
export function arithmetic(constants: Constants, tape: Tape | null): Arithmetic {
  const two = binary(constants, tape);
  const one = unary(tape);
  return {
    add: (a, b) => two(a, b, tf.add, () => [(g) => g, (g) => g]),
    sub: (a, b) => two(a, b, tf.sub, () => [(g) => g, (g) => tf.neg(g)]),
    mul: (a, b) => two(a, b, tf.mul, (x, y) => [(g) => tf.mul(g, y), (g) => tf.mul(g, x)]),
    div: (a, b) =>
      two(a, b, tf.div, (_, y, out) => [
        (g) => tf.div(g, y),
        (g) => tf.neg(tf.div(tf.mul(g, out), y)),
      ]),
    square: (x) => one(x, tf.square, (g, v) => tf.mul(g, tf.mul(v, 2))),
    sqrt: (x) => one(x, tf.sqrt, (g, _, y) => tf.div(g, tf.mul(y, 2))),
    exp: (x) => one(x, tf.exp, (g, _, y) => tf.mul(g, y)),
    log: (x) => one(x, tf.log, (g, v) => tf.div(g, v)),
    abs: (x) => one(x, tf.abs, (g, v) => tf.mul(g, tf.sign(v))),
    tanh: (x) => one(x, tf.tanh, (g, _, y) => tf.mul(g, tf.sub(1, tf.square(y)))),
    sigmoid: (x) => one(x, tf.sigmoid, (g, _, y) => tf.mul(g, tf.mul(y, tf.sub(1, y)))),
    relu: (x) => one(x, tf.relu, (g, _, y) => tf.mul(g, tf.step(y))),
    clip: (x, low, high) => {
      const [least, most] = [rawOperand(low), rawOperand(high)];
      return one(
        x,
        (v) => tf.minimum(tf.maximum(v, least), most),
        (g, v) =>
          tf.mul(g, tf.cast(tf.logicalAnd(tf.greater(v, least), tf.less(v, most)), "float32")),
      );
    },
    greater: (a, b) => tf.cast(tf.greater(rawOperand(a), rawOperand(b)), "float32"),
    softmax: (x) =>
      one(
        x,
        (v) => tf.softmax(v, -1),
        (g, _, y) => softmaxGradient(g, y),
      ),
  };
}

/** dL/dx of y = softmax(x) over the last axis. */
export function softmaxGradient(gradient: Raw, y: Raw): Raw {
  const weighted = tf.mul(gradient, y);
  return tf.sub(weighted, tf.mul(y, tf.sum(weighted, -1, true)));
}

function unary(tape: Tape | null) {
  return (
    x: Tensor,
    compute: (x: Raw) => Raw,
    backward: (g: Raw, x: Raw, y: Raw) => Raw,
  ): Tensor => {
    const input = raw(x);
    const output = compute(input);
    tape?.record([input], output, (g) => [backward(g, input, output)]);
    return output;
  };
}

type Side = (gradient: Raw) => Raw;
type Sides = (a: Raw | number, b: Raw | number, output: Raw) => readonly [Side, Side];

function binary(constants: Constants, tape: Tape | null) {
  return (
    a: Operand,
    b: Operand,
    compute: (a: Raw | number, b: Raw | number) => Raw,
    sides: Sides,
  ): Tensor => {
    const operands = [rawOperand(a), rawOperand(b)] as const;
    const output = compute(...operands);
    const inputs = operands.filter((operand) => typeof operand !== "number");
    tape?.record(inputs, output, (g, wanted) => {
      const [left, right] = sides(...operands, output);
      const applied = operands.flatMap((operand, i) =>
        typeof operand === "number" ? [] : [i === 0 ? left : right],
      );
      return inputs.map((input, i) =>
        wanted[i] && applied[i] ? unbroadcast(constants, applied[i](g), input.shape) : null,
      );
    });
    return output;
  };
}
