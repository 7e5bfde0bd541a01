import { formatNumber } from "../../components/prose/format.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { laneLabels } from "../../sim/contract/lane-labels.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import type { Setting } from "../../sim/contract/settings.ts";

/** What an experiment has that another has not, a few words each: “learning rate 0.003”, “seed 2”, “lanes PN, BN”. */
export function differenceWords(
  experiment: Experiment,
  other: Experiment,
  catalogue: Catalogue,
): readonly string[] {
  const [lanes, otherLanes] = [experiment, other].map((one) =>
    laneLabels(one, catalogue).join(", "),
  );
  const hasSameLanes = lanes === otherLanes;
  const there = new Map(settingsOf(other, catalogue).map((setting) => [setting.key, setting]));
  const settings = settingsOf(experiment, catalogue).flatMap((setting) => {
    const before = there.get(setting.key);
    // The second lane's ε is another's where the lanes are others.
    const isKin = setting.group !== "normaliser" || hasSameLanes;
    return before && isKin && before.value !== setting.value ? [wordsOf(setting)] : [];
  });
  return [
    ...taskWords(experiment, other, catalogue),
    ...(hasSameLanes ? [] : [`lanes ${lanes}`]),
    ...settings,
  ];
}

function taskWords(experiment: Experiment, other: Experiment, catalogue: Catalogue): string[] {
  return experiment.tasks.flatMap(({ workload, model }, index) => {
    const there = other.tasks[index];
    return [
      ...(workload.id === there?.workload.id
        ? []
        : [entry(catalogue.workloads, workload.id).name.toLowerCase()]),
      ...(model.id === there?.model.id ? [] : [entry(catalogue.models, model.id).name]),
    ];
  });
}

function wordsOf({ spec: { label }, value }: Setting): string {
  // µ, α and PN keep their letters.
  const name = /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  if (typeof value === "boolean") return value ? `with ${name}` : `without ${name}`;
  return `${name} ${typeof value === "number" ? formatNumber(value, { plainFrom: 1e-4 }) : value}`;
}
