import type { StateCreator } from "zustand/vanilla";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { DeviceRequest, EngineName } from "../../sim/contract/device.ts";
import { MOST_LANES } from "../../sim/contract/experiment.ts";
import type { Experiment, Preset } from "../../sim/contract/experiment.ts";
import {
  misfit,
  parseExperiment,
  printExperiment,
  withWorkload,
} from "../../sim/contract/parse-experiment.ts";
import { initialValues } from "../../sim/contract/params.ts";
import type { State } from "./store.ts";

/** What to train, and on what. Its link is its whole memory. */
export interface ExperimentSlice {
  readonly preset: Preset;
  readonly experiment: Experiment;
  readonly deviceRequest: DeviceRequest;
  /** Set by a link only: for measuring one engine against the other. */
  readonly engine: EngineName;
  readonly choosePreset: (id: string) => void;
  readonly setExperiment: (experiment: Experiment) => void;
  /** Another thing to learn, with a model that can learn it, both as they come. */
  readonly chooseWorkload: (task: number, workload: string) => void;
  readonly setDevice: (device: DeviceRequest) => void;
  readonly addLane: (task: number, normaliser: string) => void;
  readonly removeLane: (index: number) => void;
}

export type ExperimentStart = Pick<
  ExperimentSlice,
  "preset" | "experiment" | "deviceRequest" | "engine"
>;

export function experimentSlice(
  catalogue: Catalogue,
  start: ExperimentStart,
): StateCreator<State, [], [], ExperimentSlice> {
  return (set, get) => ({
    ...start,
    choosePreset: (id) => {
      const preset = entry(catalogue.presets, id);
      set({ preset, experiment: preset.experiment, site: "last", hidden: [], complaints: [] });
    },
    setExperiment: (experiment) =>
      set(({ preset, complaints }) => {
        const suited = withSuitedLanes(experiment, preset, catalogue);
        return suited.ignored.length === 0
          ? { experiment }
          : { experiment: suited.experiment, complaints: [...complaints, ...suited.ignored] };
      }),
    chooseWorkload: (task, workload) => {
      const { experiment, setExperiment } = get();
      set({ site: "last", hidden: [] });
      setExperiment(withWorkload(experiment, task, workload, catalogue));
    },
    setDevice: (deviceRequest) => set({ deviceRequest }),
    addLane: (task, normaliser) =>
      set(({ experiment }) => ({ experiment: withLane(experiment, task, normaliser, catalogue) })),
    removeLane: (index) =>
      set(({ experiment }) => ({ experiment: withoutLane(experiment, index) })),
  });
}

/** As a link to the same experiment would be read: without lanes whose method no longer suits its model. */
function withSuitedLanes(experiment: Experiment, preset: Preset, catalogue: Catalogue) {
  const isSuited = experiment.lanes.every(
    ({ task, normaliser: { id } }) =>
      misfit(entry(catalogue.normalisers, id), experiment.tasks[task], catalogue) === null,
  );
  return isSuited
    ? { experiment, ignored: [] }
    : parseExperiment(printExperiment(experiment, preset, catalogue), catalogue);
}

/** The lane with its method's initial values, after the others; the same experiment when it is full. */
function withLane(
  experiment: Experiment,
  task: number,
  id: string,
  catalogue: Catalogue,
): Experiment {
  if (experiment.lanes.length >= MOST_LANES) return experiment;
  const { params } = entry(catalogue.normalisers, id);
  const lane = { task, normaliser: { id, params: initialValues(params) } };
  return { ...experiment, lanes: [...experiment.lanes, lane] };
}

/** An experiment keeps at least one lane. */
function withoutLane(experiment: Experiment, index: number): Experiment {
  if (experiment.lanes.length <= 1) return experiment;
  return { ...experiment, lanes: experiment.lanes.filter((_, i) => i !== index) };
}
