import { formatMilliseconds, formatNumber } from "../../components/prose/format.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { State } from "../store/store.ts";
import { VERSION } from "../version.ts";

export interface ProvenanceRow {
  readonly what: string;
  readonly words: string;
}

/** How the numbers on the page were computed, for whoever wants to check or to repeat them. */
export function provenanceRows(state: State): readonly ProvenanceRow[] {
  const { experiment } = state;
  return [
    { what: "Device", words: deviceWords(state) },
    { what: "Engine", words: engineWords(state) },
    { what: "Time", words: timeWords(state) },
    { what: "Numbers", words: "32-bit floats; distances are computed from them in 64 bits." },
    { what: "α", words: alphaWords(experiment) },
    { what: "Variance", words: varianceWords(experiment) },
    {
      what: "ε",
      words:
        "10⁻⁵, added under the root, unless a method’s setting says otherwise; 10⁻³ in Batch Renormalisation.",
    },
    {
      what: "Seed",
      words: `${experiment.seed}. Weights, data and the order of batches follow from it: the same link on the same device gives the same curves.`,
    },
    { what: "Version", words: `Normscope ${VERSION}.` },
    {
      what: "Data",
      words: [...new Set(experiment.tasks.map(({ workload }) => dataWords(workload.id)))].join(" "),
    },
  ];
}

function deviceWords({ device }: State): string {
  if (!device) return "Not open yet.";
  const software = device.software ? ", in software" : "";
  return `${DEVICE_WORDS[device.name]}${software}: ${device.detail}. ${device.reason}`;
}

function engineWords({ device, engine }: State): string {
  return device?.name === "webgl" && engine === "fused"
    ? "Each step is recorded once and replayed as few programs of our own; engine=composed in the link computes it one operation after another."
    : "Each step is computed one operation after another, with TensorFlow.js’s kernels and our own gradients.";
}

function timeWords({ millisecondsPerStep, estimatedMilliseconds, lanes }: State): string {
  const networks = lanes.length === 1 ? "one network" : `${lanes.length} networks`;
  if (millisecondsPerStep !== null)
    return `${formatMilliseconds(millisecondsPerStep)} a step of ${networks}.`;
  if (estimatedMilliseconds !== null)
    return `About ${formatMilliseconds(estimatedMilliseconds)} a step of ${networks}, by an estimate.`;
  return "Not known yet.";
}

function alphaWords({ tasks }: Experiment): string {
  const each = [...new Set(tasks.map(({ training }) => training.alpha))].map(
    (alpha) =>
      `${formatNumber(alpha)} of the old value is kept: momentum ${formatNumber(1 - alpha)} in PyTorch, ${formatNumber(alpha)} in Keras.`,
  );
  return each.join(" ");
}

function varianceWords({ lanes }: Experiment): string {
  const remembered = lanes.flatMap(({ normaliser: { id, params } }) => {
    const { label } = entry(catalogue.normalisers, id);
    const { runningVariance: kind } = params;
    return kind === "biased" || kind === "unbiased"
      ? [
          `${label} remembers it ${kind === "unbiased" ? "divided by N − 1, as PyTorch does" : "divided by N"}.`,
        ]
      : [];
  });
  return [
    "Batches are normalised and measured by their biased variance, divided by N.",
    ...new Set(remembered),
  ].join(" ");
}

function dataWords(workload: string): string {
  const { name, needs } = entry(catalogue.workloads, workload);
  return needs === undefined
    ? `${name}: made from the seed in this page; nothing is downloaded.`
    : `${name}: from your own files, which stay on this machine.`;
}
