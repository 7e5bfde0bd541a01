import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { laneLabels } from "../../sim/contract/lane-labels.ts";
import { VERSION } from "../version.ts";
import { PYTORCH_MODULES, pytorchCall, pytorchModuleOf } from "./pytorch-modules.ts";
import head from "./python/head.py?raw";
import recorder from "./python/recorder.py?raw";

/**
 * The experiment’s normalisers and a recorder as one Python file that needs nothing but PyTorch. What a lane has no module
 * of is said in the file.
 */
export function pytorchFile(experiment: Experiment, link: string, now: Date): string {
  const labels = laneLabels(experiment, catalogue);
  const lanes = experiment.lanes.map((lane, i) => {
    const module = pytorchModuleOf(lane);
    const { name } = entry(catalogue.normalisers, lane.normaliser.id);
    const label = labels[i] ?? name;
    return module
      ? `    ${JSON.stringify(label)}: lambda channels: ${pytorchCall(module, lane, experiment)},`
      : `    # ${label}: this file has no module for ${name} with these settings.`;
  });
  const ids = experiment.lanes.flatMap((lane) =>
    pytorchModuleOf(lane) ? [lane.normaliser.id] : [],
  );
  return [
    opening(experiment, link, now),
    modulesSource(ids),
    `# The lanes of the experiment: call one with the number of channels.\nLANES = {\n${lanes.join("\n")}\n}\n`,
  ].join("\n\n");
}

/** The classes of these normalisers, each once, and the recorder. */
export function modulesSource(ids: readonly string[]): string {
  const sources = ids.flatMap((id) => PYTORCH_MODULES[id]?.source ?? []);
  return [head, ...new Set(sources), recorder].map((part) => part.trim()).join("\n\n\n") + "\n";
}

function opening({ tasks, seed }: Experiment, link: string, now: Date): string {
  const learnt = tasks.map(
    ({ workload, model }) =>
      `${entry(catalogue.models, model.id).name}, ${entry(catalogue.workloads, workload.id).name}`,
  );
  return `"""Normalisers of a Normscope experiment for PyTorch, and a recorder of batch statistics.

Experiment: ${link}
Trained there: ${learnt.join("; ")}; seed ${seed}.
Written by Normscope ${VERSION}, ${now.toISOString()}. MIT licence. PyTorch 1.13 or later.

Put LANES["…"](channels) where a norm of your model stands, and call Recorder.step once a step: see its words below. The
file that the recorder writes opens in Normscope (Take home, Open a file; or drop it on the page).
"""`;
}
