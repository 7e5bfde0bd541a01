import type { Intervention } from "./interventions.ts";
import type { ParamSpecs, ParamValue } from "./params.ts";
import type { TrainingValues } from "./training.ts";

/** A definition of the catalogue, with values for its parameters. */
export interface Choice {
  readonly id: string;
  readonly params: Readonly<Record<string, ParamValue>>;
}

/** Something to learn, the model that learns it, and how it is trained: all that its lanes share. */
export interface Task {
  readonly workload: Choice;
  readonly model: Choice;
  readonly training: TrainingValues;
}

/** One network in training: a task under one normaliser. */
export interface LaneConfig {
  /** Index into the experiment's tasks. */
  readonly task: number;
  readonly normaliser: Choice;
}

/** Everything needed to repeat a run: the same experiment on the same device gives the same curves. */
export interface Experiment {
  readonly seed: number;
  /** Where the run stops by itself. */
  readonly steps: number;
  /** Steps between two evaluations on held-out data. */
  readonly evaluateEvery: number;
  /** Gradients are read at every norm too. */
  readonly gradientStatistics: boolean;
  /** One or two. */
  readonly tasks: readonly Task[];
  /** One to four. */
  readonly lanes: readonly LaneConfig[];
  /** What is done while it runs, each at its own steps, in the order of their beginnings. */
  readonly interventions: readonly Intervention[];
}

export const MOST_LANES = 4;

export const RUN = {
  seed: {
    kind: "range",
    label: "Seed",
    about: "Where all chance begins: initial weights, data and the order of batches.",
    effect: "restart",
    min: 0,
    max: 999999,
    step: 1,
    initial: 1,
  },
  steps: {
    kind: "range",
    label: "Steps",
    about: "How long the run is.",
    effect: "live",
    min: 1,
    max: 20000,
    step: 1,
    unit: "steps",
    initial: 1000,
  },
  evaluateEvery: {
    kind: "range",
    label: "Evaluate every",
    about: "Steps between two looks at held-out data with running statistics.",
    effect: "live",
    min: 5,
    max: 1000,
    step: 5,
    unit: "steps",
    initial: 50,
  },
  gradientStatistics: {
    kind: "toggle",
    label: "Gradient statistics",
    about:
      "Also reads, at every norm, the batch’s means of the gradient: what flows back through µ and σ², or through ψ². It makes a step longer.",
    effect: "restart",
    initial: false,
  },
} as const satisfies ParamSpecs;

/** A named experiment: a question, and the settings that answer it. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  /** The question it answers, as a title. */
  readonly question: string;
  /** What to look for, in two sentences. */
  readonly about: string;
  readonly experiment: Experiment;
}
