import type { StateCreator } from "zustand/vanilla";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { printInterventions } from "../../sim/contract/interventions-text.ts";
import type { ParamValue } from "../../sim/contract/params.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import type { DeviceReport } from "../../sim/contract/device.ts";
import type {
  Column,
  FailureCode,
  FromSim,
  LaneReport,
  LaneTranslations,
  TableName,
} from "../../sim/contract/protocol.ts";
import type { Sample } from "../../sim/contract/workload.ts";
import type { State } from "./store.ts";

/** `idle`: nobody has asked for a run yet. `released`: the worker and its device were given back, and Play goes on. */
export type Phase =
  | "idle"
  | "opening"
  | "ready"
  | "running"
  | "paused"
  | "rewinding"
  | "released"
  | "finished"
  | "failed";

export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
}

export interface Divergence {
  readonly lane: string;
  readonly step: number;
  readonly site: string | null;
}

/** A live setting that was turned while the run was under way. */
export interface Turn {
  readonly step: number;
  readonly key: string;
  readonly label: string;
  readonly from: ParamValue;
  readonly to: ParamValue;
}

export interface Translations {
  /** After how many steps. */
  readonly step: number;
  readonly lanes: readonly LaneTranslations[];
}

/** Something that happened to the run itself, for the time axis. */
export interface Mark {
  readonly step: number;
  readonly label: string;
}

/** The run lost its worker or its device, and went on from what the page had kept. */
export interface Recovery {
  readonly why: Failure;
  /** How far it had come. */
  readonly lostAt: number;
  /** Where it went on; null until it has. */
  readonly from: number | null;
}

/** `asking`: Play was asked for, and waits for an answer. */
export type SlowStep = "quiet" | "asking" | "accepted";

export interface Progress {
  readonly doing: string;
  readonly done: number;
  readonly of: number;
}

/** What a run reports of itself once it is built; empty before. */
interface Built {
  readonly device: DeviceReport | null;
  readonly lanes: readonly LaneReport[];
  readonly columns: Readonly<Record<TableName, readonly Column[]>>;
  readonly samples: readonly (readonly Sample[])[];
  /** For each task, the held-out pairs whose translations are shown. */
  readonly pairs: readonly (readonly Sample[])[];
}

/** How the run is going. The numbers it measures are not here but in `session/series.ts`. */
export interface RunSlice extends Built {
  readonly phase: Phase;
  /** What the learner asked for last. It outlives a restart, so that a run goes on after one. */
  readonly wantsToPlay: boolean;
  readonly step: number;
  readonly millisecondsPerStep: number | null;
  /** What a step takes, about, as the worker found while it built the run. */
  readonly estimatedMilliseconds: number | null;
  /** Whether the learner was told that a step takes long, and wants it all the same. */
  readonly slowStep: SlowStep;
  readonly tensors: number;
  readonly diverged: readonly Divergence[];
  readonly turns: readonly Turn[];
  /** What the lanes made of the shown pairs, as they last stood. */
  readonly translations: Translations | null;
  readonly marks: readonly Mark[];
  readonly recovery: Recovery | null;
  /** The run rests because nobody looks at the page. */
  readonly dozes: boolean;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly want: (play: boolean) => void;
  /** Asks, and wants nothing until there is an answer. */
  readonly askSlow: () => void;
  readonly answerSlow: (answer: "quiet" | "accepted") => void;
  readonly enter: (phase: "opening" | "running" | "paused" | "rewinding" | "released") => void;
  readonly fail: (failure: Failure) => void;
  /** The run was lost, and goes on by itself. */
  readonly interrupt: (why: Failure) => void;
  /** Builds again, and keeps what was measured. */
  readonly goOn: () => void;
  readonly dismissRecovery: () => void;
  readonly doze: (dozes: boolean) => void;
  readonly noteTurn: (turn: Turn) => void;
  readonly receive: (message: FromSim) => void;
}

const nothingBuilt: Built = {
  device: null,
  lanes: [],
  columns: { steps: [], "held-out": [], translated: [] },
  samples: [],
  pairs: [],
};

const nothingMeasured = {
  step: 0,
  millisecondsPerStep: null,
  estimatedMilliseconds: null,
  slowStep: "quiet" as SlowStep,
  tensors: 0,
  diverged: [],
  turns: [],
  translations: null,
  marks: [],
  recovery: null,
  progress: null,
  failure: null,
};

export const runSlice: StateCreator<State, [], [], RunSlice> = (set) => ({
  phase: "idle",
  wantsToPlay: false,
  dozes: false,
  ...nothingBuilt,
  ...nothingMeasured,
  want: (play) => set({ wantsToPlay: play }),
  askSlow: () => set({ slowStep: "asking", wantsToPlay: false }),
  answerSlow: (slowStep) => set({ slowStep }),
  enter: (phase) =>
    // Lanes stay until the next run names its own, so that the page keeps its shape meanwhile.
    set(phase === "opening" ? { phase, ...nothingMeasured } : { phase }),
  fail: (failure) => set({ phase: "failed", failure, progress: null, wantsToPlay: false }),
  interrupt: (why) => set(({ step }) => ({ recovery: { why, lostAt: step, from: null } })),
  goOn: () =>
    set(({ failure, recovery, step }) => ({
      phase: "opening",
      progress: null,
      failure: null,
      recovery: failure ? { why: failure, lostAt: step, from: null } : recovery,
    })),
  dismissRecovery: () => set({ recovery: null }),
  doze: (dozes) => set({ dozes }),
  noteTurn: (turn) => set(({ turns }) => ({ turns: withTurn(turns, turn) })),
  receive: (message) => set((state) => received(state, message)),
});

/** What a message of the living run changes. Its rows went to the series before. */
function received(state: State, message: FromSim): Partial<State> {
  switch (message.type) {
    case "progress":
      return state.phase === "opening"
        ? { progress: { doing: message.doing, done: message.done, of: message.of } }
        : {};
    case "ready":
      return built(state, message);
    case "report":
      return {
        step: message.step,
        millisecondsPerStep: message.millisecondsPerStep,
        tensors: message.tensors,
      };
    case "translations":
      return { translations: { step: message.step, lanes: message.lanes } };
    case "diverged":
      return {
        diverged: [
          ...state.diverged,
          { lane: message.lane, step: message.step, site: message.site },
        ],
      };
    case "rewound":
      return {
        ...takenBack(state, message.step),
        marks: withMark(state.marks, {
          step: message.step,
          label: `back from step ${state.step}`,
        }),
      };
    case "finished":
      // It may have come to its end just as it was asked to go back.
      return state.phase === "rewinding"
        ? { step: message.step }
        : { phase: "finished", step: message.step, wantsToPlay: false };
    case "tuned":
      return withInterventions(state.experiment, message.experiment.interventions);
    case "failed":
    case "channels":
    case "checkpoint":
      // The session keeps them.
      return {};
    default:
      return message satisfies never;
  }
}

/** Only the worker knows at which step something was done; a link says it as it was. */
function withInterventions(
  experiment: Experiment,
  interventions: Experiment["interventions"],
): Partial<State> {
  const isSame = printInterventions(interventions) === printInterventions(experiment.interventions);
  return isSame ? {} : { experiment: { ...experiment, interventions } };
}

function built(state: State, message: Extract<FromSim, { type: "ready" }>): Partial<State> {
  const { device, lanes, columns, samples, pairs, step } = message;
  const { recovery, marks } = state;
  const mark = { step, label: `lost; from here on ${DEVICE_WORDS[device.name]}` };
  const goesOn = recovery !== null && recovery.lostAt > 0;
  return {
    phase: goesOn ? "paused" : "ready",
    progress: null,
    device,
    lanes,
    columns,
    samples,
    pairs,
    step,
    estimatedMilliseconds: message.millisecondsPerStep,
    // What goes on by itself was begun by somebody.
    slowStep: goesOn ? "accepted" : state.slowStep,
    diverged: state.diverged.filter((divergence) => divergence.step <= step),
    translations: stillTrue(state.translations, step),
    recovery: goesOn ? { ...recovery, from: step } : null,
    marks: goesOn ? withMark(marks, mark) : marks,
    ...siteAmong(lanes, state),
  };
}

/** Nothing after this step has happened, but settings stay as they were turned. */
function takenBack({ diverged, turns, translations }: State, step: number): Partial<State> {
  return {
    step,
    diverged: diverged.filter((divergence) => divergence.step <= step),
    translations: stillTrue(translations, step),
    turns: turns
      .map((turn) => ({ ...turn, step: Math.min(turn.step, step) }))
      .reduce(withTurn, [] as readonly Turn[]),
  };
}

function stillTrue(translations: Translations | null, step: number): Translations | null {
  return translations && translations.step <= step ? translations : null;
}

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const before = marks.filter(({ step }) => step <= mark.step);
  return [...before.filter(({ step, label }) => step !== mark.step || label !== mark.label), mark];
}

/** Turns of one setting at one step are one: a slider passes many values. One that ends where it began is none. */
function withTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const same = turns.find(({ step, key }) => step === turn.step && key === turn.key);
  const others = turns.filter((other) => other !== same);
  const merged = same ? { ...turn, from: same.from } : turn;
  return merged.from === merged.to ? others : [...others, merged];
}

/** A site that no lane of the new run has gives way to the last one, and the page says so. */
function siteAmong(lanes: readonly LaneReport[], { site, complaints }: State): Partial<State> {
  if (site === "first" || site === "last") return {};
  if (lanes.some(({ sites }) => sites.some(({ id }) => id === site))) return {};
  const sentence = `There is no layer “${site}” in this experiment; the last one is shown.`;
  return { site: "last", complaints: [...complaints, sentence] };
}
