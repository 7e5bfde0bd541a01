import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";

/** “token accuracy”, or both names where two tasks are scored differently. */
export function scoreName(experiment: Experiment): string {
  return named(workloadsOf(experiment).map(({ score }) => score));
}

/** What translations are scored by, “BLEU”; empty where nothing is translated. */
export function translationScoreName(experiment: Experiment): string {
  return named(workloadsOf(experiment).flatMap(({ translationScore }) => translationScore ?? []));
}

/** Language models are compared by perplexity, exp of the mean loss a token, as in the paper. */
export function isRunningText(experiment: Experiment): boolean {
  return workloadsOf(experiment).every(({ kind }) => kind === "language");
}

function workloadsOf({ tasks }: Experiment) {
  return tasks.map(({ workload }) => entry(catalogue.workloads, workload.id));
}

function named(names: readonly string[]): string {
  return [...new Set(names)].join(" or ");
}
