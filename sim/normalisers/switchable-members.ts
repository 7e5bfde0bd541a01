import type { SiteShape } from "../contract/net.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { sampleMoments } from "./sample-moments.ts";

/** A mean and a variance, shaped to broadcast against the input. */
export interface Member {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

interface MemberOptions {
  readonly mask: Tensor | null;
  readonly layout: SiteShape["layout"];
  readonly unbiased: boolean;
}

/** What Switchable Normalisation blends: instance, layer and batch on pictures, layer and batch on text; the batch last. */
export function memberMoments(tf: Ops, x: Tensor, options: MemberOptions): readonly Member[] {
  return options.layout === "image" ? ofPictures(tf, x, options) : ofTokens(tf, x, options);
}

/** Layer and batch from the instances' own moments, so that the picture is read once (the paper's equation 5). */
function ofPictures(tf: Ops, x: Tensor, { mask, unbiased }: MemberOptions): readonly Member[] {
  const plain = sampleMoments(tf, x, mask); // [pictures, 1, 1, channels]
  const positions = x.shape.slice(1, -1).reduce((product, n) => product * n, 1);
  const instance: Member = {
    mean: plain.mean,
    variance: unbiased
      ? tf.mul(plain.variance, positions / Math.max(1, positions - 1))
      : plain.variance,
  };
  const over = (axis: number): Member => {
    const mean = tf.mean(instance.mean, [axis], true);
    // Within and between: E[v + m²] − E[m]² without its cancellation.
    const between = tf.mean(tf.square(tf.sub(instance.mean, mean)), [axis], true);
    return { mean, variance: tf.add(tf.mean(instance.variance, [axis], true), between) };
  };
  return [instance, over(x.shape.length - 1), over(0)];
}

/** Of each token over its channels, and of each channel over all real tokens. */
function ofTokens(tf: Ops, x: Tensor, { mask, unbiased }: MemberOptions): readonly Member[] {
  const last = x.shape.length - 1;
  const channels = x.shape.at(-1) ?? 1;
  const mean = tf.mean(x, [last], true);
  const variance = tf.mean(tf.square(tf.sub(x, mean)), [last], true);
  const batch = tf.channelMoments(x, mask);
  if (!unbiased) return [{ mean, variance }, batch];
  const { count } = batch;
  const more =
    typeof count === "number" ? count / Math.max(1, count - 1) : tf.div(count, tf.sub(count, 1));
  return [
    { mean, variance: tf.mul(variance, channels / Math.max(1, channels - 1)) },
    { mean: batch.mean, variance: tf.mul(batch.variance, more) },
  ];
}
