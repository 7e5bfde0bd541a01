import type { Preset } from "../contract/experiment.ts";
import { experiment, theFour, translationTask } from "./build.ts";

const preset: Preset = {
  id: "ordinary-rate",
  name: "An ordinary learning rate",
  question: "Does the order hold at an ordinary learning rate?",
  about:
    "The same four at three thousandths. The lanes lie close together: whether they differ at all is a question for several seeds.",
  experiment: experiment([translationTask({ training: { learningRate: 0.003 } })], theFour),
};

export default preset;
