import { entry } from "./catalogue.ts";
import type { Catalogue } from "./catalogue.ts";
import { MOST_LANES } from "./experiment.ts";
import type { Experiment, LaneConfig, Preset, Task } from "./experiment.ts";
import { INTERVENTIONS_KEY, printInterventions, readInterventions } from "./interventions-text.ts";
import { initialValues, readParam } from "./params.ts";
import { settingsOf, taskPrefix } from "./settings.ts";

/** Words from outside (a link, a command line): `preset`, `lanes`, `do`, and any key of `settingsOf`. */
export type Entries = Iterable<readonly [key: string, value: string]>;

export interface ParsedExperiment {
  readonly preset: Preset;
  readonly experiment: Experiment;
  /** A sentence for each thing that was ignored or clamped. */
  readonly ignored: readonly string[];
}

/** Reads an experiment from words. Never throws: what cannot be read is ignored and said. */
export function parseExperiment(entries: Entries, catalogue: Catalogue): ParsedExperiment {
  const ignored: string[] = [];
  const words = new Map<string, string>();
  for (const [key, value] of entries) {
    if (words.has(key)) ignored.push(`${key}=${value} was ignored: ${key} is given twice.`);
    else words.set(key, value);
  }
  const preset = takePreset(words, catalogue, ignored);
  let experiment = preset.experiment;
  experiment = takeTasks(words, experiment, catalogue, ignored);
  experiment = takeLanes(words, experiment, catalogue, ignored);
  const done = take(words, INTERVENTIONS_KEY) ?? "";
  for (const [key, raw] of words) {
    // Asked anew for each key, since `with` builds on the experiment as it stands.
    const setting = settingsOf(experiment, catalogue).find((candidate) => candidate.key === key);
    if (!setting) {
      ignored.push(`${key}=${raw} was ignored: there is no such setting here.`);
      continue;
    }
    const read = readParam(key, setting.spec, raw);
    if (read.complaint) ignored.push(read.complaint);
    if (read.ok) experiment = setting.with(read.value);
  }
  const hasThemes = themesOf(experiment, catalogue).length > 0;
  const interventions = readInterventions(done, hasThemes, ignored);
  experiment = withoutMisfits({ ...experiment, interventions }, catalogue, ignored);
  return { preset, experiment, ignored };
}

/** Only now is it known whether each lane's method suits its model; one lane at least stays. */
function withoutMisfits(
  experiment: Experiment,
  catalogue: Catalogue,
  ignored: string[],
): Experiment {
  const lanes = experiment.lanes.filter(({ task, normaliser: { id } }) => {
    const reason = misfit(entry(catalogue.normalisers, id), experiment.tasks[task], catalogue);
    if (reason !== null) ignored.push(`lane ${id} was left out: ${reason}.`);
    return reason === null;
  });
  const [plain] = catalogue.normalisers;
  if (lanes.length > 0 || !plain) return { ...experiment, lanes };
  const only = { task: 0, normaliser: { id: plain.id, params: initialValues(plain.params) } };
  return { ...experiment, lanes: [only] };
}

/** The words that `parseExperiment` reads back as this experiment; whatever the preset says anyway is left out. */
export function printExperiment(
  experiment: Experiment,
  preset: Preset,
  catalogue: Catalogue,
): [string, string][] {
  const words: [string, string][] = [];
  if (preset.id !== catalogue.presets[0]?.id) words.push(["preset", preset.id]);
  experiment.tasks.forEach((task, index) => {
    const before = preset.experiment.tasks[index];
    for (const part of ["workload", "model"] as const)
      if (task[part].id !== before?.[part].id)
        words.push([`${taskPrefix(index)}${part}`, task[part].id]);
  });
  const lanes = printLanes(experiment.lanes);
  if (lanes !== printLanes(preset.experiment.lanes)) words.push(["lanes", lanes]);
  const bare = parseExperiment(words, catalogue).experiment;
  const plain = new Map(settingsOf(bare, catalogue).map(({ key, value }) => [key, value]));
  for (const { key, value } of settingsOf(experiment, catalogue))
    if (plain.get(key) !== value) words.push([key, String(value)]);
  const done = printInterventions(experiment.interventions);
  if (done !== "") words.push([INTERVENTIONS_KEY, done]);
  return words;
}

function printLanes(lanes: readonly LaneConfig[]): string {
  return lanes.map(({ task, normaliser }) => `${taskPrefix(task)}${normaliser.id}`).join(",");
}

/** The same experiment with another thing to learn in one task, and the first model that can learn it, both as they come. */
export function withWorkload(
  experiment: Experiment,
  index: number,
  workloadId: string,
  catalogue: Catalogue,
): Experiment {
  const workload = entry(catalogue.workloads, workloadId);
  const tasks = experiment.tasks.map((task, i) =>
    i === index ? otherWorkload(task, workload, catalogue) : task,
  );
  const changed = { ...experiment, tasks };
  const hasThemes = themesOf(changed, catalogue).length > 0;
  const interventions = experiment.interventions.filter(
    ({ kind }) => hasThemes || kind !== "topic",
  );
  return { ...changed, interventions };
}

/** What a batch can keep to, in each task where there is such a thing: “topic”, “class”. */
export function themesOf(
  { tasks }: Pick<Experiment, "tasks">,
  { workloads }: Pick<Catalogue, "workloads">,
): readonly string[] {
  return tasks.flatMap(({ workload }) => entry(workloads, workload.id).theme ?? []);
}

/** Training stays as it is set; a task that learns this already stays as it is. */
function otherWorkload(
  task: Task,
  { id, kind }: Catalogue["workloads"][number],
  catalogue: Catalogue,
): Task {
  if (id === task.workload.id) return task;
  const model = catalogue.models.find(({ learns }) => learns === kind);
  return model ? plainTask(id, model.id, task.training, catalogue) : task;
}

/** A task with every parameter at its initial value. */
function plainTask(
  workloadId: string,
  modelId: string,
  training: Task["training"],
  catalogue: Pick<Catalogue, "workloads" | "models">,
): Task {
  const workload = entry(catalogue.workloads, workloadId);
  const model = entry(catalogue.models, modelId);
  return {
    workload: { id: workloadId, params: initialValues(workload.params) },
    model: { id: modelId, params: initialValues(model.params) },
    training,
  };
}

function takePreset(words: Map<string, string>, catalogue: Catalogue, ignored: string[]): Preset {
  const [first] = catalogue.presets;
  if (!first) throw new Error("the catalogue has no preset");
  const id = take(words, "preset");
  const found = catalogue.presets.find((preset) => preset.id === id);
  if (id !== undefined && !found)
    ignored.push(`preset=${id} was ignored: expected one of ${listed(catalogue.presets)}.`);
  return found ?? first;
}

/** A task's `workload` and `model`. A workload brings a model that can learn it. */
function takeTasks(
  words: Map<string, string>,
  experiment: Experiment,
  catalogue: Catalogue,
  ignored: string[],
): Experiment {
  const tasks = experiment.tasks.map((task, index) => {
    let next = task;
    const workloadId = take(words, `${taskPrefix(index)}workload`);
    const workload = catalogue.workloads.find(({ id }) => id === workloadId);
    if (workloadId !== undefined && !workload)
      ignored.push(
        `${taskPrefix(index)}workload=${workloadId} was ignored: expected one of ${listed(catalogue.workloads)}.`,
      );
    if (workload) next = otherWorkload(next, workload, catalogue);
    const kind = entry(catalogue.workloads, next.workload.id).kind;
    const fitting = catalogue.models.filter(({ learns }) => learns === kind);
    const modelId = take(words, `${taskPrefix(index)}model`);
    const model = fitting.find(({ id }) => id === modelId);
    if (modelId !== undefined && !model)
      ignored.push(
        `${taskPrefix(index)}model=${modelId} was ignored: expected one of ${listed(fitting)}.`,
      );
    if (model && model.id !== next.model.id)
      next = plainTask(next.workload.id, model.id, task.training, catalogue);
    return next;
  });
  return { ...experiment, tasks };
}

function takeLanes(
  words: Map<string, string>,
  experiment: Experiment,
  catalogue: Catalogue,
  ignored: string[],
): Experiment {
  const text = take(words, "lanes");
  if (text === undefined) return experiment;
  const lanes: LaneConfig[] = [];
  for (const word of text.split(",")) {
    const second = experiment.tasks.length > 1 && word.startsWith(taskPrefix(1));
    const task = second ? 1 : 0;
    const id = second ? word.slice(taskPrefix(1).length) : word;
    const normaliser = catalogue.normalisers.find((candidate) => candidate.id === id);
    if (!normaliser)
      ignored.push(`lane ${word} was ignored: expected one of ${listed(catalogue.normalisers)}.`);
    else if (lanes.length === MOST_LANES)
      ignored.push(`lane ${word} was ignored: there are at most ${MOST_LANES} lanes.`);
    else lanes.push({ task, normaliser: { id, params: initialValues(normaliser.params) } });
  }
  return lanes.length > 0 ? { ...experiment, lanes } : experiment;
}

/** Why a normaliser cannot stand in a task's model; null when it can. */
export function misfit(
  normaliser: Catalogue["normalisers"][number],
  task: Task | undefined,
  catalogue: Catalogue,
): string | null {
  if (!task) return "there is no such task";
  const model = entry(catalogue.models, task.model.id);
  const suits = normaliser.suits(model.traits(task.model.params));
  return suits === true ? null : suits;
}

function take(words: Map<string, string>, key: string): string | undefined {
  const value = words.get(key);
  words.delete(key);
  return value;
}

function listed(items: readonly { readonly id: string }[]): string {
  return items.map(({ id }) => id).join(", ");
}
