import type { StateCreator } from "zustand/vanilla";
import type { StageId } from "../../sim/contract/dissection.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import type { State } from "./store.ts";

export type Scale = "linear" | "log";

/** Steps a second, in the order of the menu; null is as fast as it goes. */
export const SPEEDS = [1, 2, 5, 10, 20, 50, null] as const;
export type Speed = (typeof SPEEDS)[number];

/** What is compared in boxes: every lane, or one of the two pairs of the paper's figures. */
export const BOX_VIEWS = ["lanes", "bn-pn-v", "resnet-transformer"] as const;
export type BoxView = (typeof BOX_VIEWS)[number];

/** Ways to look closer than at one layer's distance. */
export const CLOSER_VIEWS = ["layers", "waterfall", "scatter", "step"] as const;
export type CloserView = (typeof CLOSER_VIEWS)[number];

/** From one step to a later one. */
export type Zoom = readonly [from: number, to: number];

/** The ground: `auto` is the one the reader has chosen for their machine. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What is being looked at, and how fast. */
export interface ViewSlice {
  readonly theme: Theme;
  /** `first`, `last`, or the name of a site. */
  readonly site: string;
  readonly metric: string;
  readonly scale: Scale;
  /** What independent rows would give is shaded under the distances. */
  readonly floor: boolean;
  /** Which boxes are drawn over fifths of training; where the run has no such pair, or null, what it can show. */
  readonly boxes: BoxView | null;
  readonly boxScale: Scale;
  /** Ids of lanes whose lines are not drawn. They train all the same. */
  readonly hidden: readonly string[];
  /** Held-out loss also with each batch’s own statistics: what inference could have had. */
  readonly batchStatistics: boolean;
  readonly speed: Speed;
  /** The normaliser whose card is open. */
  readonly method: string | null;
  /** The chart of what only some methods have to show: which metric, at which place, on which scale. */
  readonly methodMetric: string;
  readonly methodPlace: string;
  readonly methodScale: Scale;
  /** How closer is looked, and at which statistic. */
  readonly closer: CloserView;
  readonly closerStatistic: Statistic;
  /** The one lane whose channels are set against each other; empty for all. */
  readonly closerLane: string;
  /** The page is a presenter's: large, plain, with keys for its scenes. */
  readonly present: boolean;
  /** What is followed through one step: the id of a lane, or "" for the first; a channel and a row, counted from 1; how far. */
  readonly dissected: string;
  readonly channel: number;
  readonly row: number;
  readonly stage: StageId;
  /** The steps that are shown; null is all. */
  readonly zoom: Zoom | null;
  /** The step under the pointer, in every chart at once. */
  readonly crosshair: number | null;
  /** What a link asked for and did not get, a sentence each. */
  readonly complaints: readonly string[];
  readonly setView: (
    change: Partial<
      Pick<
        ViewSlice,
        | "theme"
        | "zoom"
        | "site"
        | "metric"
        | "scale"
        | "floor"
        | "boxes"
        | "boxScale"
        | "batchStatistics"
        | "method"
        | "methodMetric"
        | "methodPlace"
        | "methodScale"
        | "present"
        | "closer"
        | "closerStatistic"
        | "closerLane"
        | "dissected"
        | "channel"
        | "row"
        | "stage"
      >
    >,
  ) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly toggleLane: (id: string) => void;
  readonly pointAt: (step: number | null) => void;
  readonly complain: (sentence: string) => void;
  readonly dismissComplaints: () => void;
}

export type ViewStart = Pick<
  ViewSlice,
  | "theme"
  | "zoom"
  | "site"
  | "metric"
  | "scale"
  | "floor"
  | "boxes"
  | "boxScale"
  | "hidden"
  | "batchStatistics"
  | "speed"
  | "method"
  | "methodMetric"
  | "methodPlace"
  | "methodScale"
  | "present"
  | "closer"
  | "closerStatistic"
  | "closerLane"
  | "dissected"
  | "channel"
  | "row"
  | "stage"
  | "complaints"
>;

export function viewSlice(start: ViewStart): StateCreator<State, [], [], ViewSlice> {
  return (set) => ({
    ...start,
    crosshair: null,
    setView: (change) => set(change),
    setSpeed: (speed) => set({ speed }),
    toggleLane: (id) =>
      set(({ hidden }) => ({
        hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id],
      })),
    pointAt: (crosshair) => set({ crosshair }),
    complain: (sentence) => set(({ complaints }) => ({ complaints: [...complaints, sentence] })),
    dismissComplaints: () => set({ complaints: [] }),
  });
}
