import type { Preset } from "../contract/experiment.ts";
import layerNorm from "../normalisers/layer-norm.ts";
import powerNormPlain from "../normalisers/power-norm-plain.ts";
import { experiment, lane, translationTask } from "./build.ts";

const preset: Preset = {
  id: "quadratic-mean",
  name: "Why a quadratic mean",
  question: "Which statistic stays put from batch to batch?",
  about:
    "A deeper post-norm network on small, topical batches. In the deep layers µ wanders and ψ hardly moves; at the first norm it moves as much as σ.",
  experiment: experiment(
    [
      translationTask({
        training: { learningRate: 0.005 },
        model: { placement: "post-norm", encoderLayers: 4 },
        data: { tokensPerBatch: 64 },
      }),
    ],
    [lane(powerNormPlain), lane(layerNorm)],
  ),
};

export default preset;
