import { entry } from "../contract/catalogue.ts";
import type { Catalogue } from "../contract/catalogue.ts";
import type { Experiment } from "../contract/experiment.ts";
import { Random } from "../contract/random.ts";
import type { Workload } from "../contract/workload.ts";
import type { Constants } from "../tensor/constants.ts";
import { entryAt } from "./entry-at.ts";
import { disposeFeed, feedOf } from "./feed.ts";
import { Lane } from "./lane.ts";
import { momentOf } from "./moment.ts";
import { nameLanes } from "./name-lanes.ts";

export interface OpenedTask {
  readonly workload: Workload;
}

/** Draws every lane's weights, on the first batch of what it learns. */
export function drawLanes(
  experiment: Experiment,
  catalogue: Catalogue,
  tasks: readonly OpenedTask[],
  constants: Constants,
): readonly Lane[] {
  const names = nameLanes(experiment.lanes);
  return experiment.lanes.map((lane, index) => {
    const task = entryAt(experiment.tasks, lane.task);
    const { workload } = entryAt(tasks, lane.task);
    const feed = feedOf(workload.batch(0));
    const built = new Lane(
      {
        id: names[index] ?? lane.normaliser.id,
        model: entry(catalogue.models, task.model.id),
        modelParams: task.model.params,
        normaliser: entry(catalogue.normalisers, lane.normaliser.id),
        normaliserParams: withDefaults(catalogue, lane.normaliser),
        optimiser: task.training.optimiser,
        labelSmoothing: task.training.labelSmoothing,
        facts: workload.facts,
        random: new Random(experiment.seed).stream("weights"),
        constants: constants,
        gradientStatistics: experiment.gradientStatistics,
      },
      feed,
      momentOf(experiment, lane.task, 1),
    );
    disposeFeed(feed);
    return built;
  });
}

function withDefaults(catalogue: Catalogue, choice: Experiment["lanes"][number]["normaliser"]) {
  const { params } = entry(catalogue.normalisers, choice.id);
  const initial = Object.entries(params).map(([name, spec]) => [name, spec.initial] as const);
  return { ...Object.fromEntries(initial), ...choice.params };
}
