import type { Preset } from "../contract/experiment.ts";
import { experiment, languageTask, theFour } from "./build.ts";

const preset: Preset = {
  id: "language-model",
  name: "Language modelling",
  question: "Does PN beat LN in perplexity?",
  about:
    "A causal Transformer reads running text, four times in lockstep; the paper does so on PTB and WikiText-103. Compare the held-out perplexities: over five seeds, after 1,000 steps, they were LN 13.3, PN 13.8, PN-V 14.4 and BN 15.4. Between PN and LN five seeds show no difference; LN is below PN-V and BN, and PN below BN. In training BN and PN-V look at the whole batch, the tokens they are to predict among it, and PN does until warm-up ends: only held-out numbers with running statistics are fair to all.",
  experiment: experiment([languageTask({ training: { learningRate: 0.01 } })], theFour),
};

export default preset;
