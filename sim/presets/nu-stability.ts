import type { Preset } from "../contract/experiment.ts";
import powerNormPlain from "../normalisers/power-norm-plain.ts";
import powerNorm from "../normalisers/power-norm.ts";
import { experiment, lane, translationTask } from "./build.ts";

const preset: Preset = {
  id: "nu-stability",
  name: "What keeps ν stable",
  question: "What keeps PN’s ν stable?",
  about:
    "Warm-up is off, so PN divides by φ = 1 before it has seen anything. Watch Γ against its limit, 2/(1 − α). In two seeds that we measured, over 80 steps, it reached 66 and 87 without group scaling, above the limit of 20 in one step, and 4 with it. Each such batch makes ν grow; one alone is soon damped, and |ν| stayed below 0.001 in both. After 300 steps five seeds show no difference between the two lanes’ held-out losses. Then turn α down to 0.5, where the limit is 4.",
  experiment: experiment(
    [
      translationTask({
        training: { warmUp: 0 },
        data: { longest: 12, vocabulary: 256, tokensPerBatch: 64 },
      }),
    ],
    [lane(powerNorm), lane(powerNormPlain)],
    { steps: 300, evaluateEvery: 25 },
  ),
};

export default preset;
