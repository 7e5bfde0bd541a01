import * as tf from "@tensorflow/tfjs-core";
import { softmaxGradient } from "./arithmetic.ts";
import type { Constants } from "./constants.ts";
import type { Attention, Tensor } from "./ops.ts";
import { product } from "./product.ts";
import { lastOf } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

/** Scaled dot-product attention over heads (Vaswani et al., 2017, equation 1), with its gradient written out. */
export function attention(constants: Constants, tape: Tape | null, parts: Attention): Tensor {
  const inputs = [raw(parts.queries), raw(parts.keys), raw(parts.values)] as const;
  const { heads } = parts;
  const [batch = 1, length = 1] = inputs[0].shape;
  const scale = 1 / Math.sqrt(lastOf(inputs[0]) / heads);
  const [q, k, v] = inputs.map((x) => split(x, heads)) as [Raw, Raw, Raw]; // [batch·heads, length, channels/heads]
  let scores = tf.mul(product(q, k, { right: true }), scale); // [batch·heads, queries, keys]
  if (parts.keyMask) scores = tf.add(scores, keyBias(raw(parts.keyMask), heads));
  if (parts.causal) scores = tf.add(scores, constants.causalBias(length));
  const weights = tf.softmax(scores, -1);
  const output = merge(product(weights, v), batch, heads);
  tape?.record(inputs, output, (g) => {
    const gradient = split(g, heads);
    const dScores = tf.mul(softmaxGradient(product(gradient, v, { right: true }), weights), scale);
    const dq = product(dScores, k);
    const dk = product(dScores, q, { left: true });
    const dv = product(weights, gradient, { left: true });
    return [merge(dq, batch, heads), merge(dk, batch, heads), merge(dv, batch, heads)];
  });
  return output;
}

/** [batch, length, channels] → [batch·heads, length, channels/heads]. */
function split(x: Raw, heads: number): Raw {
  const [batch = 1, length = 1, channels = 1] = x.shape;
  const width = channels / heads;
  const apart = tf.transpose(tf.reshape(x, [batch, length, heads, width]), [0, 2, 1, 3]);
  return tf.reshape(apart, [batch * heads, length, width]);
}

function merge(x: Raw, batch: number, heads: number): Raw {
  const [, length = 1, width = 1] = x.shape;
  const apart = tf.reshape(x, [batch, heads, length, width]);
  return tf.reshape(tf.transpose(apart, [0, 2, 1, 3]), [batch, length, heads * width]);
}

/** 0 for a real key and −10⁹ for padding, [batch·heads, 1, keys]. */
function keyBias(mask: Raw, heads: number): Raw {
  const [batch = 1, keys = 1] = mask.shape;
  const bias = tf.mul(tf.sub(tf.reshape(mask, [batch, 1, keys]), 1), 1e9);
  return tf.reshape(tf.tile(bias, [1, heads, 1]), [batch * heads, 1, keys]);
}
