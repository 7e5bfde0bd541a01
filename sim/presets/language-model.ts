import type { Preset } from "../contract/experiment.ts";
import { experiment, languageTask, theFour } from "./build.ts";

const preset: Preset = {
  id: "language-model",
  name: "Language modelling",
  question: "Does PN beat LN in perplexity?",
  about:
    "A causal Transformer reads running text, four times in lockstep; the paper does so on PTB and WikiText-103. Compare the held-out perplexities: in the one seed that we measured, on wasm, PN’s was 13.1 and LN’s 12.8 after 1,000 steps, and one seed tells nothing. In training BN and PN-V look at the whole batch, the tokens they are to predict among it, and PN does until warm-up ends: only held-out numbers with running statistics are fair to all.",
  experiment: experiment([languageTask({ training: { learningRate: 0.01 } })], theFour),
};

export default preset;
