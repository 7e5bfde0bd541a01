import { catalogue } from "../catalogue.ts";
import type { SiteRun } from "./run-site.ts";
import type { Case } from "./golden-case.ts";

/** How a golden case is said in this project's words. */
export interface Counterpart {
  readonly normaliser: string;
  readonly params?: SiteRun["params"];
  /** α, where the case has a running average. */
  readonly alpha?: number;
  /** From the case's names to ours. */
  readonly weights: Readonly<Record<string, string>>;
  readonly memory?: Readonly<Record<string, string>>;
  /** Memory of ours that the case has no word for, as it begins. */
  readonly start?: Readonly<Record<string, readonly number[]>>;
}

const affine = { gamma: "gain", beta: "bias" };

/** The entry of the catalogue that a case is about; undefined when the catalogue has none. */
export function counterpartOf({ id, method, settings }: Case): Counterpart | undefined {
  const found = candidates[method]?.(id, settings);
  return found && catalogue.normalisers.some((known) => known.id === found.normaliser)
    ? found
    : undefined;
}

type Candidate = (id: string, settings: Case["settings"]) => Counterpart | undefined;

const candidates: Readonly<Record<string, Candidate>> = {
  batchnorm: (_, settings) => ({
    normaliser: "batch-norm",
    alpha: 1 - Number(settings["momentum"]),
    weights: affine,
    memory: { running_mean: "mean", running_var: "variance" },
  }),
  layernorm: (_, settings) => ({
    normaliser: "layer-norm",
    params: { over: String(settings["scope"]).startsWith("whole") ? "sample" : "position" },
    weights: affine,
  }),
  groupnorm: (_, settings) => ({
    normaliser: "group-norm",
    params: {
      groups: String(settings["groups"]),
      tokens: String(settings["scope"]).startsWith("pooled") ? "together" : "alone",
    },
    weights: affine,
  }),
  rmsnorm: (_, settings) => ({
    normaliser: "rms-norm",
    params: { epsilon: String(settings["eps_mode"]), share: Number(settings["p"] ?? 1) },
    weights: { gamma: "gain" },
  }),
  instancenorm: (_, settings) => ({
    normaliser: "instance-norm",
    params: { track: settings["track"] === true },
    alpha: 1 - Number(settings["momentum"] ?? 0.1),
    weights: affine,
    ...(settings["track"] === true && {
      memory: { running_mean: "mean", running_var: "variance" },
    }),
  }),
  batchrenorm: (_, settings) => ({
    normaliser: "batch-renorm",
    params: { rMax: Number(settings["rmax"]), dMax: Number(settings["dmax"]), opening: false },
    alpha: 1 - Number(settings["alpha"]),
    weights: affine,
    memory: { running_mean: "mean", running_std: "deviation" },
  }),
  rbn: (_, settings) => ({
    normaliser: "regularised-batch-norm",
    params: {
      lambdaMean: Number(settings["lam_mean"]),
      lambdaVariance: Number(settings["lam_var"]),
      distance: String(settings["penalty"]).startsWith("diff2") ? "deviation" : "variance",
      perToken: false,
    },
    alpha: 1 - Number(settings["momentum"]),
    weights: affine,
    memory: { running_mean: "mean", running_var: "variance" },
  }),
  scalenorm: () => ({ normaliser: "scale-norm", weights: { g: "radius" } }),
  dyt: (_, settings) => ({
    normaliser: "dynamic-tanh",
    params: { start: Number(settings["alpha_init"]), bias: settings["bias"] !== false },
    weights: { alpha: "alpha", ...(settings["bias"] === false ? { gamma: "gain" } : affine) },
  }),
  switchnorm: (_, settings) => {
    const whole = String(settings["stats"]).startsWith("batch average");
    const biased = String(settings["in_var"] ?? settings["var"]).startsWith("biased");
    return {
      normaliser: "switchable-norm",
      params: {
        variance: biased ? "biased" : "unbiased",
        statistics: whole ? "all batches" : "running",
      },
      alpha: Number(settings["decay"] ?? 0.9),
      weights: { ...affine, mean_logits: "meanLogits", var_logits: "varianceLogits" },
      memory: whole
        ? { acc_mean: "mean", acc_sq: "variance", count: "count" }
        : { running_mean: "mean", running_var: "variance" },
      start: { count: [0] },
    };
  },
  attentivenorm: (_, settings) => {
    const byBatch = settings["backbone"] === "bn";
    return {
      normaliser: "attentive-norm",
      params: {
        mixtures: Number(settings["K"]),
        backbone: byBatch ? "batch" : "group",
        groups: String(Number(settings["groups"] ?? 4)),
      },
      alpha: 1 - Number(settings["momentum"] ?? 0.1),
      weights: {
        gamma_k: "gains",
        beta_k: "biases",
        attn_w: "attention",
        ...(byBatch
          ? { attn_gamma: "attentionGain", attn_beta: "attentionBias" }
          : { attn_b: "attentionBias" }),
      },
      ...(byBatch && {
        memory: {
          running_mean: "mean",
          running_var: "variance",
          attn_running_mean: "attentionMean",
          attn_running_var: "attentionVariance",
        },
      }),
    };
  },
};
