import { defineNormaliser } from "../contract/normaliser.ts";

/**
 * Fixup: no normalisation, but a careful start. The last map of every residual branch and a ResNet’s classifier begin at zero,
 * the maps before it are scaled by L^(−1/(2m−2)), and learned scalars stand before maps and activations and on every
 * branch, at a tenth of the learning rate. At step 0 every block is ReLU, or nothing at all.
 */
export default defineNormaliser({
  id: "fixup",
  label: "Fixup",
  name: "Fixup initialisation",
  paper: {
    title: "Fixup Initialization: Residual Learning Without Normalization",
    authors: "Zhang, Dauphin, Ma",
    year: 2019,
    url: "https://arxiv.org/abs/1901.09321",
  },
  formula: String.raw`W_{\text{inside}} \mathrel{*}= L^{-\frac{1}{2m-2}},\quad W_{\text{last}} = 0`,
  intuition:
    "Every branch starts silent and small, so that a step changes the output by about its size, however deep the network.",
  pools: "nothing",
  axes: { image: [], sequence: [] },
  remembers: "nothing",
  cost: "a few learned scalars",
  pitfalls: [
    "It needs strong regularisation to match what is normalised.",
    "Its scalars gather the gradients of all channels: at the full rate they diverge.",
    "Without shortcuts it does nothing useful.",
  ],
  invariances: [],
  adaptation:
    "In the Transformer only the encoder is without norms, its branches alone are counted, and it ends without a scalar of its own; the ResNet’s shortcuts are convolutions and have no scalar.",
  gradient: "exact",
  suits: ({ placement }) =>
    placement === "post-norm"
      ? "post-norm without its norms is the same block as pre-norm without them"
      : true,
  metrics: [
    {
      id: "branch-ratio",
      name: "Branch to stream",
      unit: "‖branch‖ / ‖stream‖",
      about:
        "How loud a branch is beside what flows past it: exactly 0 at the start. Padded positions count.",
      read: ([branch = Number.NaN, stream = Number.NaN]) => Math.sqrt(branch / stream),
    },
  ],
  params: {},
  branches: {
    initialGain(part, branch) {
      if (part === "classifier") return 0;
      if (!branch) return 1;
      const { branches, maps, position } = branch;
      return position === maps - 1 ? 0 : branches ** (-1 / (2 * maps - 2));
    },
    scalarRate: 0.1,
    read(tf, stream, branch) {
      const square = (x: typeof stream) =>
        tf.mean(
          tf.square(tf.stopGradient(x)),
          x.shape.map((_, axis) => axis),
        );
      return {
        "branch-ratio": tf.concat(
          [tf.reshape(square(branch), [1]), tf.reshape(square(stream), [1])],
          0,
        ),
      };
    },
  },
});
