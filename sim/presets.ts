import { RUN } from "./contract/experiment.ts";
import type { Experiment, LaneConfig, Preset, Task } from "./contract/experiment.ts";
import { initialValues } from "./contract/params.ts";
import type { ParamValues } from "./contract/params.ts";
import type { NormaliserDefinition } from "./contract/normaliser.ts";
import { TRAINING } from "./contract/training.ts";
import type { TrainingValues } from "./contract/training.ts";
import resNet from "./models/res-net.ts";
import translationTransformer from "./models/translation-transformer.ts";
import batchNorm from "./normalisers/batch-norm.ts";
import layerNorm from "./normalisers/layer-norm.ts";
import powerNormPlain from "./normalisers/power-norm-plain.ts";
import powerNormV from "./normalisers/power-norm-v.ts";
import powerNorm from "./normalisers/power-norm.ts";
import images from "./workloads/images.ts";
import translation from "./workloads/translation.ts";

type Values = Readonly<Record<string, string | number | boolean>>;

function translationTask(
  training: Partial<TrainingValues>,
  model: Values = {},
  data: Values = {},
): Task {
  return {
    workload: { id: translation.id, params: { ...initialValues(translation.params), ...data } },
    model: {
      id: translationTransformer.id,
      params: { ...initialValues(translationTransformer.params), ...model },
    },
    training: { ...initialValues(TRAINING), ...training },
  };
}

function imageTask(training: Partial<TrainingValues>): Task {
  return {
    workload: { id: images.id, params: initialValues(images.params) },
    model: { id: resNet.id, params: initialValues(resNet.params) },
    training: { ...initialValues(TRAINING), ...training },
  };
}

function lane({ id, params }: NormaliserDefinition, task = 0): LaneConfig {
  return { task, normaliser: { id, params: initialValues(params) } };
}

const run: ParamValues<typeof RUN> = initialValues(RUN);
const four = [lane(powerNorm), lane(layerNorm), lane(powerNormV), lane(batchNorm)];

function experiment(
  tasks: readonly Task[],
  lanes: readonly LaneConfig[],
  steps = run.steps,
): Experiment {
  return { ...run, steps, tasks, lanes };
}

/** The experiments with a name, the page's default first. */
export const presets: readonly Preset[] = [
  {
    id: "paper-order",
    name: "The paper’s order",
    question: "How far is this batch from what the layer remembers?",
    about:
      "A translation Transformer, four times in lockstep, at a high learning rate. In the middle panel the variance of BN and PN-V comes to stray furthest and PN’s least, while what PN itself remembers, “PN own”, hardly moves; then see how the held-out losses order themselves.",
    experiment: experiment([translationTask({ learningRate: 0.01 })], four),
  },
  {
    id: "paper-figure-2",
    name: "Pictures against text",
    question: "Why does BN suit pictures and not text?",
    about:
      "Batch Normalisation in a ResNet on pictures beside Batch Normalisation in a Transformer on sentences. Compare the distance of the variance at the first and at the last norm.",
    experiment: experiment(
      [
        imageTask({ learningRate: 0.003 }),
        translationTask({ learningRate: 0.003 }, { encoderLayers: 2 }),
      ],
      [lane(batchNorm, 0), lane(batchNorm, 1)],
    ),
  },
  {
    id: "ordinary-rate",
    name: "An ordinary learning rate",
    question: "Does the order hold at an ordinary learning rate?",
    about:
      "The same four at three thousandths. The lanes lie close together: whether they differ at all is a question for several seeds.",
    experiment: experiment([translationTask({ learningRate: 0.003 })], four),
  },
  {
    id: "post-norm-gap",
    name: "The gap at inference",
    question: "What does it cost to use running statistics at inference?",
    about:
      "Norms after each sum. Switch on “Held-out loss with batch statistics too” and compare it with the loss under running statistics, which BN must use; LN can have no gap. On these sentences we measured none for BN either: under 0.01 nats in two seeds.",
    experiment: experiment(
      [translationTask({ learningRate: 0.01 }, { placement: "post-norm" })],
      [lane(batchNorm), lane(powerNormV), lane(layerNorm)],
    ),
  },
  {
    id: "quadratic-mean",
    name: "Why a quadratic mean",
    question: "Which statistic stays put from batch to batch?",
    about:
      "A deeper post-norm network on small, topical batches. In the deep layers µ wanders and ψ hardly moves; at the first norm it moves as much as σ.",
    experiment: experiment(
      [
        translationTask(
          { learningRate: 0.005 },
          { placement: "post-norm", encoderLayers: 4 },
          { tokensPerBatch: 64 },
        ),
      ],
      [lane(powerNormPlain), lane(layerNorm)],
    ),
  },
];
