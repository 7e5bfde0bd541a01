import type { BatchOf, TranslationBatch } from "../contract/batch.ts";
import { defineModel } from "../contract/model.ts";
import type { Tensor } from "../tensor/ops.ts";
import { decode } from "./decoder.ts";
import { encode } from "./encoder.ts";
import { tokenTable } from "./token-table.ts";

/**
 * The Transformer of the paper's translation experiments (Vaswani et al., 2017; fairseq's IWSLT14 set-up) in small:
 * x = √d·E[token] + sinusoid with E ~ N(0, 1/d), one embedding table for both languages, tied to the output. Only the
 * encoder's norms are under test; the decoder keeps Layer Normalisation. Unlike there, nothing is dropped out.
 */
export default defineModel({
  id: "translation-transformer",
  name: "Transformer, encoder and decoder",
  about:
    "Reads a sentence with the encoder, whose norms are under test, and writes its translation.",
  learns: "translation",
  params: {
    encoderLayers: {
      kind: "range",
      label: "Encoder layers",
      about: "Each has two norms under test, one for attention and one for the feed-forward part.",
      effect: "restart",
      min: 1,
      max: 6,
      step: 1,
      unit: "layers",
      initial: 3,
    },
    decoderLayers: {
      kind: "range",
      label: "Decoder layers",
      about: "How deep the decoder is; it keeps Layer Normalisation throughout.",
      effect: "restart",
      min: 1,
      max: 6,
      step: 1,
      unit: "layers",
      initial: 1,
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
  traits: ({ placement }) => ({ layout: "sequence", placement, causal: false }),
  heads: ({ heads }) => Number(heads),
  branches: ({ encoderLayers }) => 2 * encoderLayers,
  forward(tf, net, batch: OnDevice, facts, params) {
    if (facts.kind !== "translation")
      throw new Error(`a translation model cannot learn ${facts.kind}`);
    const { width, placement } = params;
    const heads = Number(params.heads);
    const table = tokenTable(tf, net, facts.vocabulary.length, width);
    const [sentences = 1, tokens = 1] = batch.sourceMask.shape;
    const source = encode(tf, net, net.input(table.embed(batch.source)), batch.sourceMask, {
      name: "encoder",
      causal: false,
      layers: params.encoderLayers,
      width,
      hidden: 2 * width,
      heads,
      placement,
    });
    const sourceMask = tf.reshape(batch.sourceMask, [sentences, tokens]);
    const said = decode(
      tf,
      net,
      { x: table.embed(batch.target), source, sourceMask },
      { layers: params.decoderLayers, width, heads, placement },
    );
    const rows = sentences * (batch.target.shape[1] ?? 1);
    return {
      logits: table.logits(said), // [rows, vocabulary]
      labels: tf.reshape(batch.labels, [rows]),
      rowMask: tf.reshape(batch.labelMask, [rows]),
    };
  },
});

type OnDevice = BatchOf<TranslationBatch, Tensor>;
