import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import type { ChannelMoments, Tensor } from "./ops.ts";
import { asRows, lastOf } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Raw, Tape } from "./tape.ts";

/**
 * Mean, biased variance and quadratic mean of each channel over the real rows. Two passes, so that σ² is right where
 * µ is many σ; E[x²] − E[x]² loses every digit there in float32.
 */
export function channelMoments(
  constants: Constants,
  tape: Tape | null,
  x: Tensor,
  mask: Tensor | null,
): ChannelMoments {
  const input = raw(x);
  const channels = lastOf(input);
  const rows = asRows(input); // [rows, channels]
  const { share, count } = shares(constants, rows, mask); // [1, rows], sums to one
  const mean = tf.matMul(share, rows); // [1, channels]
  const deviation = tf.sub(rows, mean);
  const variance = tf.matMul(share, tf.square(deviation));
  const quadraticMean = tf.add(variance, tf.square(mean));
  const packed = tf.concat([mean, variance, quadraticMean], 0); // [3, channels]
  tape?.record([input], packed, (g) => {
    const [dMean, dVariance, dQuadratic] = tf.split(g, 3, 0) as [Raw, Raw, Raw];
    const level = tf.add(dMean, tf.mul(tf.mul(mean, 2), dQuadratic));
    const slope = tf.mul(tf.add(dVariance, dQuadratic), 2);
    const each = tf.add(tf.mul(deviation, slope), level);
    return [tf.reshape(tf.mul(each, tf.reshape(share, [share.size, 1])), input.shape)];
  });
  return { ...unpack(tape, packed, channels), packed, count };
}

function unpack(tape: Tape | null, packed: Raw, channels: number) {
  const row = (index: number): Raw => {
    const output = tf.reshape(tf.slice(packed, [index, 0], [1, channels]), [channels]);
    tape?.record([packed], output, (g) => [
      tf.pad(tf.reshape(g, [1, channels]), [
        [index, 2 - index],
        [0, 0],
      ]),
    ]);
    return output;
  };
  return { mean: row(0), variance: row(1), quadraticMean: row(2) };
}

/** What each row counts in an average, and how many count. */
function shares(constants: Constants, rows: Raw, mask: Tensor | null) {
  const [total = 1] = rows.shape;
  if (!mask) {
    const share = constants.named(`share/${total}`, () => tf.fill([1, total], 1 / total));
    return { share, count: total };
  }
  const flat = tf.reshape(raw(mask), [1, total]);
  const count = tf.sum(flat);
  return { share: tf.div(flat, count), count };
}
