import type { StateCreator } from "zustand/vanilla";
import type { ParamValue } from "../../sim/contract/params.ts";
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

export type Phase = "idle" | "opening" | "ready" | "running" | "paused" | "finished" | "failed";

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
  readonly tensors: number;
  readonly diverged: readonly Divergence[];
  readonly turns: readonly Turn[];
  /** What the lanes made of the shown pairs, as they last stood. */
  readonly translations: Translations | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly want: (play: boolean) => void;
  readonly enter: (phase: "opening" | "running" | "paused") => void;
  readonly fail: (failure: Failure) => void;
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
  tensors: 0,
  diverged: [],
  turns: [],
  translations: null,
  progress: null,
  failure: null,
};

export const runSlice: StateCreator<State, [], [], RunSlice> = (set) => ({
  phase: "idle",
  wantsToPlay: false,
  ...nothingBuilt,
  ...nothingMeasured,
  want: (play) => set({ wantsToPlay: play }),
  enter: (phase) =>
    // Lanes stay until the next run names its own, so that the page keeps its shape meanwhile.
    set(phase === "opening" ? { phase, ...nothingMeasured } : { phase }),
  fail: (failure) => set({ phase: "failed", failure, progress: null, wantsToPlay: false }),
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
      return {
        phase: "ready",
        progress: null,
        device: message.device,
        lanes: message.lanes,
        columns: message.columns,
        samples: message.samples,
        pairs: message.pairs,
        ...siteAmong(message.lanes, state),
      };
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
    case "finished":
      return { phase: "finished", step: message.step, wantsToPlay: false };
    case "failed":
      return {
        phase: "failed",
        failure: { code: message.code, detail: message.detail },
        progress: null,
        wantsToPlay: false,
      };
    default:
      return message satisfies never;
  }
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
