import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import { oneHot } from "./embedding.ts";
import type { CrossEntropy, Scores } from "./ops.ts";
import { lastOf } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Tape } from "./tape.ts";

/** Softmax cross-entropy with label smoothing (Szegedy et al., 2016), its plain value, and the share of right answers. */
export function crossEntropy(constants: Constants, tape: Tape | null, parts: CrossEntropy): Scores {
  const logits = raw(parts.logits);
  const labels = raw(parts.labels);
  const [rows = 1] = logits.shape;
  const classes = lastOf(logits);
  const { smoothing } = parts;
  const target = oneHot(labels, classes); // [rows, classes]
  const share = parts.rowMask
    ? tf.div(raw(parts.rowMask), tf.sum(raw(parts.rowMask)))
    : constants.named(`row-share/${rows}`, () => tf.fill([rows], 1 / rows)); // [rows], sums to one
  const shifted = tf.sub(logits, tf.max(logits, 1, true));
  const logProbability = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
  const each = tf.neg(tf.sum(tf.mul(target, logProbability), 1)); // [rows]
  const loss = tf.sum(tf.mul(each, share));
  const spread = smoothing > 0 ? tf.neg(tf.sum(tf.mul(tf.mean(logProbability, 1), share))) : null;
  const objective = spread
    ? tf.add(tf.mul(loss, 1 - smoothing), tf.mul(spread, smoothing))
    : tf.add(loss, 0);
  tape?.record([logits], objective, (g) => {
    const wanted =
      smoothing > 0 ? tf.add(tf.mul(target, 1 - smoothing), smoothing / classes) : target;
    const off = tf.sub(tf.exp(logProbability), wanted);
    return [tf.mul(off, tf.reshape(tf.mul(share, g), [rows, 1]))];
  });
  const right = tf.cast(tf.equal(tf.cast(tf.argMax(logits, 1), "int32"), labels), "float32");
  return { objective, loss, accuracy: tf.sum(tf.mul(right, share)) };
}
