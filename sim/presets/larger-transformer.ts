import type { Preset } from "../contract/experiment.ts";
import { experiment, theFour, translationTask } from "./build.ts";

/** The rate is the peak of the paper's own IWSLT14 script (`train-iwslt14.sh`: 1.5e-3); nothing was tuned. */
const preset: Preset = {
  id: "larger-transformer",
  name: "A larger Transformer",
  question: "Does the order hold in a larger Transformer?",
  about:
    "The four of “The paper’s order”, four times as wide and on eight times as many tokens a step: d = 128, 1,024 tokens, at the peak rate of the paper’s own script. It is for those with a graphics card: on the processor a step takes many seconds, and the page asks before it begins. No sweep of it is recorded: what comes of it is for you to find.",
  experiment: experiment(
    [
      translationTask({
        training: { learningRate: 0.0015 },
        model: { width: 128, heads: "4" },
        data: { tokensPerBatch: 1024 },
      }),
    ],
    theFour,
  ),
};

export default preset;
