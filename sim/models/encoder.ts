import type { BranchPlace, Net } from "../contract/net.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { glorot } from "./initialisation.ts";

export interface EncoderShape {
  /** What its sites and weights are named after: "encoder", "decoder". */
  readonly name: string;
  /** No token attends to a later one. Padding may then only be at the end, where nothing real can see it. */
  readonly causal: boolean;
  readonly layers: number;
  readonly width: number;
  /** Channels inside the feed-forward part. */
  readonly hidden: number;
  readonly heads: number;
  readonly placement: "pre-norm" | "post-norm";
}

/**
 * A stack of Transformer layers whose norms, maps and branches belong to the method under test: an encoder, or, causal, a
 * language model. mask: [batch, tokens, 1]. Returns [batch, tokens, width].
 */
export function encode(
  tf: Ops,
  net: Net,
  input: Tensor,
  mask: Tensor,
  shape: EncoderShape,
): Tensor {
  const { width, hidden, heads, placement, layers, causal } = shape;
  const [batch = 1, tokens = 1] = mask.shape;
  const keyMask = causal ? null : tf.reshape(mask, [batch, tokens]);
  let x = input;
  for (let layer = 1; layer <= layers; layer++) {
    const sublayer = (part: string, work: (z: Tensor, name: string) => Tensor): void => {
      const name = `${shape.name} ${layer} ${part}`;
      const norm = (z: Tensor): Tensor => net.normalise(name, z, mask);
      x =
        placement === "pre-norm"
          ? net.residual(name, x, x, (z) => work(norm(z), name))
          : norm(net.residual(name, x, x, (z) => work(z, name)));
    };
    const place = (maps: number, position: number): BranchPlace => ({
      branches: 2 * layers,
      maps,
      position,
    });
    sublayer("attention", (z, name) => {
      const map = (what: string, from: Tensor, branch: BranchPlace): Tensor =>
        net.linear(`${name} ${what}`, from, {
          part: "attention",
          outputs: width,
          init: glorot(width, width),
          bias: true,
          mask,
          branch,
        });
      const [queries, keys, values] = (["query", "key", "value"] as const).map((what, position) =>
        map(what, z, place(4, position)),
      ) as [Tensor, Tensor, Tensor];
      const read = tf.attention({ queries, keys, values, heads, keyMask, causal });
      return map("out", read, place(4, 3));
    });
    sublayer("feed-forward", (z, name) => {
      const part = "feed-forward" as const;
      const init = glorot(width, hidden);
      const into = { part, outputs: hidden, init, bias: true, mask, branch: place(2, 0) };
      const raised = net.linear(`${name} in`, z, into);
      const active = net.activate(`${name} hidden`, raised, "branch");
      return net.linear(`${name} out`, active, {
        part,
        outputs: width,
        init,
        bias: true,
        mask,
        branch: place(2, 1),
      });
    });
  }
  return placement === "pre-norm" ? net.normalise(`${shape.name} final`, x, mask) : x;
}
