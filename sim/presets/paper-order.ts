import type { Preset } from "../contract/experiment.ts";
import { experiment, theFour, translationTask } from "./build.ts";

const preset: Preset = {
  id: "paper-order",
  name: "The paper’s order",
  question: "How far is this batch from what the layer remembers?",
  about:
    "A translation Transformer, four times in lockstep, at a high learning rate. In the middle panel the variance of BN and PN-V comes to stray furthest and PN’s least, while what PN itself remembers, “PN own”, hardly moves; then see how the held-out losses order themselves.",
  experiment: experiment([translationTask({ training: { learningRate: 0.01 } })], theFour, {
    gradientStatistics: true,
  }),
};

export default preset;
