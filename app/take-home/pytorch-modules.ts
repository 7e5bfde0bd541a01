import type { Experiment, LaneConfig, Task } from "../../sim/contract/experiment.ts";
import type { ParamValue } from "../../sim/contract/params.ts";
import batchNorm from "./python/batch_norm.py?raw";
import dynamicTanh from "./python/dynamic_tanh.py?raw";
import groupNorm from "./python/group_norm.py?raw";
import instanceNorm from "./python/instance_norm.py?raw";
import layerNorm from "./python/layer_norm.py?raw";
import none from "./python/none.py?raw";
import powerNorm from "./python/power_norm.py?raw";
import powerNormV from "./python/power_norm_v.py?raw";
import rmsNorm from "./python/rms_norm.py?raw";
import scaleNorm from "./python/scale_norm.py?raw";

/** What a lane’s settings are called here or there. */
type Given = Readonly<Record<string, ParamValue>>;

/** One method in Python: its class, and how a lane’s settings are handed to it. */
export interface PyTorchModule {
  readonly source: string;
  readonly className: string;
  readonly settings: (given: Given, task: Task, isImage: boolean) => Given;
}

/** Channels of one head scaled together, as the page’s own sites have them. */
function headsOf({ model }: Task): number {
  return Number(model.params["heads"] ?? 1);
}

function powerSettings(given: Given, { training }: Task): Given {
  const { alpha, warmUp } = training;
  return { alpha, warm_up: warmUp, backward_divisor: given["backwardDivisor"] ?? "batch" };
}

/** By the id of the normaliser. What is missing here is named in the file that is written, as missing. */
export const PYTORCH_MODULES: Readonly<Record<string, PyTorchModule>> = {
  "batch-norm": {
    source: batchNorm,
    className: "BatchNorm",
    settings: (given, { training }) => ({
      alpha: training.alpha,
      running_variance: given["runningVariance"] ?? "unbiased",
      epsilon: given["epsilon"] ?? "added",
    }),
  },
  "power-norm-v": {
    source: powerNormV,
    className: "PowerNormV",
    settings: (_, { training }) => ({ alpha: training.alpha }),
  },
  "power-norm": {
    source: powerNorm,
    className: "PowerNorm",
    settings: (given, task) => ({ ...powerSettings(given, task), groups: headsOf(task) }),
  },
  "power-norm-plain": {
    source: powerNorm,
    className: "PowerNorm",
    settings: (given, task) => ({ ...powerSettings(given, task), groups: "None" }),
  },
  "layer-norm": {
    source: layerNorm,
    className: "LayerNorm",
    settings: (given, _, isImage) => ({
      over: isImage && given["over"] === "sample" ? "sample" : "position",
    }),
  },
  "rms-norm": {
    source: rmsNorm,
    className: "RMSNorm",
    settings: (given) => ({ epsilon: given["epsilon"] ?? "inside", share: given["share"] ?? 1 }),
  },
  "group-norm": {
    source: groupNorm,
    className: "GroupNorm",
    settings: (given, _, isImage) => ({
      groups: Number(given["groups"] ?? 4),
      together: isImage || given["tokens"] === "together",
    }),
  },
  "instance-norm": { source: instanceNorm, className: "InstanceNorm", settings: () => ({}) },
  "scale-norm": { source: scaleNorm, className: "ScaleNorm", settings: () => ({}) },
  "dynamic-tanh": {
    source: dynamicTanh,
    className: "DynamicTanh",
    settings: (given) => ({ start: given["start"] ?? 0.5, bias: given["bias"] ?? true }),
  },
  none: { source: none, className: "NoNorm", settings: () => ({}) },
};

/** Settings that the Python class does not have; such a lane is not written as something it is not. */
export function pytorchModuleOf({ normaliser }: LaneConfig): PyTorchModule | null {
  const isTracked = normaliser.id === "instance-norm" && normaliser.params["track"] === true;
  return isTracked ? null : (PYTORCH_MODULES[normaliser.id] ?? null);
}

/** The lane’s module as a call: `BatchNorm(channels, alpha=0.9)`. */
export function pytorchCall(
  module: PyTorchModule,
  lane: LaneConfig,
  { tasks }: Experiment,
): string {
  const task = tasks[lane.task];
  if (!task) throw new Error(`lane of task ${lane.task} of ${tasks.length}`);
  const isImage = task.model.id === "res-net";
  const settings: Record<string, ParamValue> = {
    ...module.settings(lane.normaliser.params, task, isImage),
  };
  if (isImage) settings["channels_first"] = true;
  const words = Object.entries(settings).map(([name, value]) => `, ${name}=${pythonOf(value)}`);
  return `${module.className}(channels${words.join("")})`;
}

function pythonOf(value: ParamValue): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number" || value === "None") return String(value);
  return JSON.stringify(value);
}
