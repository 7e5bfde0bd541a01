import type { BatchOf, LanguageBatch } from "../contract/batch.ts";
import { defineModel } from "../contract/model.ts";
import type { Tensor } from "../tensor/ops.ts";
import { encode } from "./encoder.ts";
import { tokenTable } from "./token-table.ts";

/**
 * A Transformer language model, one stack of causal layers: what the paper trains on PTB and WikiText, in small and
 * without its factorised attention. Every norm is under test. x = √d·E[token] + sinusoid, E tied to the output. Nothing is
 * dropped out.
 */
export default defineModel({
  id: "language-model",
  name: "Causal Transformer",
  about:
    "Reads a text from left to right and says at every token what comes next; every norm is under test.",
  learns: "language",
  params: {
    layers: {
      kind: "range",
      label: "Layers",
      about: "Each has two norms, one for attention and one for the feed-forward part.",
      effect: "restart",
      min: 1,
      max: 6,
      step: 1,
      unit: "layers",
      initial: 3,
    },
    width: {
      kind: "range",
      label: "Width",
      about: "Channels of every token: the d of the paper’s distance.",
      effect: "restart",
      min: 8,
      max: 256,
      step: 8,
      unit: "channels",
      initial: 32,
    },
    heads: {
      kind: "choice",
      label: "Heads",
      about: "Attention heads; PN’s group scaling has as many groups.",
      effect: "restart",
      options: ["1", "2", "4", "8"],
      initial: "2",
    },
    placement: {
      kind: "choice",
      label: "Placement",
      about: "Norms before each sublayer with one at the end, or after each sum.",
      effect: "restart",
      options: ["pre-norm", "post-norm"],
      initial: "pre-norm",
    },
  },
  traits: ({ placement }) => ({ layout: "sequence", placement, causal: true }),
  heads: ({ heads }) => Number(heads),
  branches: ({ layers }) => 2 * layers,
  forward(tf, net, batch: BatchOf<LanguageBatch, Tensor>, facts, params) {
    if (facts.kind !== "language") throw new Error(`a language model cannot learn ${facts.kind}`);
    const { layers, width, placement } = params;
    const table = tokenTable(tf, net, facts.vocabulary.length, width);
    const said = encode(tf, net, net.input(table.embed(batch.tokens)), batch.mask, {
      name: "decoder",
      causal: true,
      layers,
      width,
      hidden: 2 * width,
      heads: Number(params.heads),
      placement,
    });
    const [sequences = 1, tokens = 1] = batch.tokens.shape;
    return {
      logits: table.logits(said), // [sequences·tokens, vocabulary]
      labels: tf.reshape(batch.labels, [sequences * tokens]),
      rowMask: tf.reshape(batch.mask, [sequences * tokens]),
    };
  },
});
