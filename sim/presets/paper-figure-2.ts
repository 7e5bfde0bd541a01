import type { Preset } from "../contract/experiment.ts";
import batchNorm from "../normalisers/batch-norm.ts";
import { experiment, imageTask, lane, translationTask } from "./build.ts";

const training = { learningRate: 0.003 };

const preset: Preset = {
  id: "paper-figure-2",
  name: "Pictures against text",
  question: "Why does BN suit pictures and not text?",
  about:
    "Batch Normalisation in a ResNet on pictures beside Batch Normalisation in a Transformer on sentences. Compare the distance of the variance at the first and at the last norm.",
  experiment: experiment(
    [imageTask({ training }), translationTask({ training, model: { encoderLayers: 2 } })],
    [lane(batchNorm, 0), lane(batchNorm, 1)],
    { gradientStatistics: true },
  ),
};

export default preset;
