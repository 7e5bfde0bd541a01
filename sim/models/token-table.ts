import type { Net } from "../contract/net.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";

/** One table of word vectors, E ~ N(0, 1/d), that a model reads its tokens from and is scored against. */
export interface TokenTable {
  /** √d·E[token] + sinusoid. ids: int32 [sequences, tokens] → [sequences, tokens, width]. */
  embed(ids: Tensor): Tensor;
  /** [sequences, tokens, width] → [sequences·tokens, vocabulary]. */
  logits(said: Tensor): Tensor;
}

/** Embeddings tied to the output, as in Vaswani et al., 2017, section 3.4. */
export function tokenTable(tf: Ops, net: Net, vocabulary: number, width: number): TokenTable {
  const table = net.weight("embedding", {
    shape: [vocabulary, width],
    init: { kind: "normal", mean: 0, deviation: width ** -0.5 },
  });
  return {
    embed: (ids) =>
      tf.add(
        tf.mul(tf.embedding(table, ids), Math.sqrt(width)),
        sinusoids(tf, ids.shape[1] ?? 1, width),
      ),
    logits: (said) => {
      const [sequences = 1, tokens = 1] = said.shape;
      return tf.matMul(
        tf.reshape(said, [sequences * tokens, width]),
        tf.transpose(table, [1, 0]), // [width, vocabulary]
      );
    },
  };
}

/** Position encodings, [1, tokens, width]: sines in the first half of the channels, cosines in the second. */
function sinusoids(tf: Ops, tokens: number, width: number): Tensor {
  return tf.constant("sinusoids", [1, tokens, width], () => {
    const half = width / 2;
    const values = new Float32Array(tokens * width);
    for (let position = 0; position < tokens; position++)
      for (let i = 0; i < half; i++) {
        const angle = position / 10000 ** (i / Math.max(1, half - 1));
        values[position * width + i] = Math.sin(angle);
        values[position * width + half + i] = Math.cos(angle);
      }
    return values;
  });
}
