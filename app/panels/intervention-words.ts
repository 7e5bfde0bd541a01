import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { Intervention } from "../../sim/contract/interventions.ts";
import { themesOf } from "../../sim/contract/parse-experiment.ts";

/** What is done is done to: in words of the data. */
export interface DataNames {
  /** “topic”, “class”, “topic or class”; empty where batches have nothing to keep to. */
  readonly theme: string;
  /** “tokens”, “images”. */
  readonly items: string;
}

export function dataNamesOf(experiment: Experiment, catalogue: Catalogue): DataNames {
  const items = experiment.tasks.map(
    ({ workload }) => entry(catalogue.workloads, workload.id).items,
  );
  return { theme: either(themesOf(experiment, catalogue)), items: either(items) };
}

function either(words: readonly string[]): string {
  return [...new Set(words)].join(" or ");
}

/** What was done, in a few words, for the time axis and the list. */
export function doneWords(one: Intervention, { theme, items }: DataNames): string {
  switch (one.kind) {
    case "outlier":
      return `input × ${one.times}`;
    case "topic":
      return `only one ${theme}`;
    case "shrink":
      return `room for ${one.room} ${items}`;
    case "freeze":
      return "statistics frozen";
    case "evaluate":
      return "evaluation mode";
    default:
      return one satisfies never;
  }
}

export function stepsWords({ from, to }: Intervention): string {
  return from === to ? `step ${from}` : `steps ${from} to ${to}`;
}
