import { RUN } from "../contract/experiment.ts";
import type { Experiment, LaneConfig, Task } from "../contract/experiment.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { initialValues } from "../contract/params.ts";
import type { ParamValues } from "../contract/params.ts";
import { TRAINING } from "../contract/training.ts";
import type { TrainingValues } from "../contract/training.ts";
import languageModel from "../models/language-model.ts";
import resNet from "../models/res-net.ts";
import translationTransformer from "../models/translation-transformer.ts";
import batchNorm from "../normalisers/batch-norm.ts";
import layerNorm from "../normalisers/layer-norm.ts";
import powerNormV from "../normalisers/power-norm-v.ts";
import powerNorm from "../normalisers/power-norm.ts";
import images from "../workloads/images.ts";
import language from "../workloads/language.ts";
import translation from "../workloads/translation.ts";

/** What differs from the initial values. */
export interface TaskChanges {
  readonly training?: Partial<TrainingValues>;
  readonly model?: Values;
  readonly data?: Values;
}

type Values = Readonly<Record<string, string | number | boolean>>;

export function translationTask(changes: TaskChanges = {}): Task {
  return taskOf(translation, translationTransformer, changes);
}

export function languageTask(changes: TaskChanges = {}): Task {
  return taskOf(language, languageModel, changes);
}

export function imageTask(changes: TaskChanges = {}): Task {
  return taskOf(images, resNet, changes);
}

function taskOf(
  workload: Pick<typeof translation, "id" | "params">,
  model: Pick<typeof resNet, "id" | "params">,
  changes: TaskChanges,
): Task {
  return {
    workload: {
      id: workload.id,
      params: { ...initialValues(workload.params), ...changes.data },
    },
    model: { id: model.id, params: { ...initialValues(model.params), ...changes.model } },
    training: { ...initialValues(TRAINING), ...changes.training },
  };
}

export function lane({ id, params }: NormaliserDefinition, task = 0): LaneConfig {
  return { task, normaliser: { id, params: initialValues(params) } };
}

/** The four that the paper compares, its best first. */
export const theFour: readonly LaneConfig[] = [
  lane(powerNorm),
  lane(layerNorm),
  lane(powerNormV),
  lane(batchNorm),
];

export function experiment(
  tasks: readonly Task[],
  lanes: readonly LaneConfig[],
  run: Partial<ParamValues<typeof RUN>> = {},
): Experiment {
  return { ...initialValues(RUN), ...run, tasks, lanes, interventions: [] };
}
