import { catalogue } from "../catalogue.ts";
import type { SiteRun } from "./run-site.ts";
import type { Case } from "./normaliser-vectors.ts";

/** How a golden case is said in this project's words. */
export interface Counterpart {
  readonly normaliser: string;
  readonly params?: SiteRun["params"];
  /** α, where the case has a running average. */
  readonly alpha?: number;
  /** From the case's names to ours. */
  readonly weights: Readonly<Record<string, string>>;
  readonly memory?: Readonly<Record<string, string>>;
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
};
