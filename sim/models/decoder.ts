import type { Net } from "../contract/net.ts";
import { ones, zeros } from "../contract/net.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { glorot } from "./initialisation.ts";

export interface DecoderInput {
  /** Embedded target, [batch, tokens, width]. */
  readonly x: Tensor;
  /** The encoder's output, [batch, tokens, width]. */
  readonly source: Tensor;
  /** 1 where a source token is real, [batch, tokens]. */
  readonly sourceMask: Tensor;
}

export interface DecoderShape {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly placement: "pre-norm" | "post-norm";
}

/** A Transformer decoder that keeps Layer Normalisation whatever is under test, as the paper's commands do. */
export function decode(tf: Ops, net: Net, input: DecoderInput, shape: DecoderShape): Tensor {
  const { width, heads, placement } = shape;
  let x = input.x;
  for (let layer = 1; layer <= shape.layers; layer++) {
    const name = `decoder ${layer}`;
    const sublayer = (part: string, work: (z: Tensor) => Tensor): void => {
      const norm = (z: Tensor): Tensor => layerNorm(tf, net, `${name} ${part} norm`, z);
      x = placement === "pre-norm" ? tf.add(x, work(norm(x))) : norm(tf.add(x, work(x)));
    };
    const attend = (part: string, keyMask: Tensor | null) => (z: Tensor) => {
      const map = (what: string, from: Tensor): Tensor =>
        plainLinear(tf, net, `${name} ${part} ${what}`, from, width);
      const from = keyMask ? input.source : z;
      const [queries, keys, values] = [map("query", z), map("key", from), map("value", from)];
      const causal = keyMask === null;
      return map("out", tf.attention({ queries, keys, values, heads, keyMask, causal }));
    };
    sublayer("attention", attend("attention", null));
    sublayer("source attention", attend("source attention", input.sourceMask));
    sublayer("feed-forward", (z) => {
      const hidden = tf.relu(plainLinear(tf, net, `${name} feed-forward in`, z, 2 * width));
      return plainLinear(tf, net, `${name} feed-forward out`, hidden, width);
    });
  }
  return placement === "pre-norm" ? layerNorm(tf, net, "decoder final norm", x) : x;
}

function plainLinear(tf: Ops, net: Net, name: string, x: Tensor, outputs: number): Tensor {
  const inputs = x.shape.at(-1) ?? 1;
  const weight = net.weight(`${name} weight`, {
    shape: [inputs, outputs],
    init: glorot(inputs, outputs),
  });
  const bias = net.weight(`${name} bias`, { shape: [outputs], init: zeros });
  return tf.add(tf.linear(x, weight), bias);
}

function layerNorm(tf: Ops, net: Net, name: string, x: Tensor): Tensor {
  const channels = x.shape.at(-1) ?? 1;
  const scale = net.weight(`${name} gain`, { shape: [channels], init: ones });
  const shift = net.weight(`${name} bias`, { shape: [channels], init: zeros });
  const z = tf.standardiseTokens(x, { groups: 1, centre: true, epsilon: 1e-5 });
  return tf.scaleAndShift(z, { scale, shift });
}
