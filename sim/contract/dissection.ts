import type { Checkpoint } from "./checkpoint.ts";
import type { DeviceName } from "./device.ts";
import type { Experiment } from "./experiment.ts";
import type { Statistic } from "./metric.ts";
import type { Clock, SiteId } from "./net.ts";
import type { OwnData } from "./own-data.ts";
import type { ParamValue } from "./params.ts";
import type { SettingsLog } from "./settings-log.ts";

/** The way of one number through a layer and back, in the order it is walked. */
export const STAGES = [
  "batch",
  "statistics",
  "distance",
  "normalise",
  "scale",
  "remember",
  "backward",
] as const;
export type StageId = (typeof STAGES)[number];

/** One step of one lane, to be taken apart at one site. */
export interface DissectionOrder {
  readonly experiment: Experiment;
  /** Its place among the experiment's lanes. */
  readonly lane: number;
  readonly site: SiteId;
  /** Counted from 1. */
  readonly step: number;
  /** Of the whole run, from before that step; null begins at the start. */
  readonly checkpoint: Checkpoint | null;
  /** How live settings stood, so that the steps before are taken again as they were. */
  readonly settings: SettingsLog;
  /** Where the run is; on WebGL, what is taken apart is computed on wasm. */
  readonly device: DeviceName;
  /** What a learner brought. */
  readonly own: readonly OwnData[];
}

export type FromDissection =
  | {
      readonly type: "progress";
      readonly doing: string;
      readonly done: number;
      readonly of: number;
    }
  | { readonly type: "dissected"; readonly dissection: Dissection }
  /** Why it cannot be had, in a sentence. */
  | { readonly type: "refused"; readonly sentence: string };

/**
 * All numbers of one site at one step, as the network computed them. What is of every position is [positions × channels],
 * row-major, in the order of `shape`; what is of channels, [channels]. Null where there is no such thing.
 */
export interface Dissection {
  /** Its place among the experiment's lanes. */
  readonly lane: number;
  readonly normaliser: string;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly site: SiteId;
  readonly step: number;
  readonly device: DeviceName;
  readonly clock: Clock;
  /** By hand: nothing was remembered in this step. */
  readonly isFrozen: boolean;
  /** By hand: the layer took what it remembers, as at inference. */
  readonly takesRemembered: boolean;
  /** Of x: [sentences, tokens, channels] or [pictures, height, width, channels]. */
  readonly shape: readonly number[];
  /** Groups of channels that PowerNorm scales apart: the attention heads. */
  readonly heads: number;
  /** 1 where a position is real, and 0 where it is padding; null when all are real. */
  readonly mask: Float32Array | null;
  readonly x: Float32Array;
  /** x̂: what the method gives before γ and β. */
  readonly normalised: Float32Array | null;
  readonly y: Float32Array | null;
  /** ∂L/∂y, as it comes back. */
  readonly upstream: Float32Array | null;
  /** What goes on to x through this layer. */
  readonly gradient: Float32Array | null;
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** The layer's own memory, before the step and after it. */
  readonly memoryBefore: Readonly<Record<string, Float32Array>>;
  readonly memoryAfter: Readonly<Record<string, Float32Array>>;
  /** µ_B, σ²_B and ψ²_B, each [channels], as the oscilloscope read them. */
  readonly batch: Readonly<Record<Statistic, Float32Array>>;
  /** What it remembered of them before this batch, and after. */
  readonly runningBefore: Readonly<Record<Statistic, Float64Array>>;
  readonly runningAfter: Readonly<Record<Statistic, Float64Array>>;
  /** What this step's point is in the charts of the site. */
  readonly plotted: readonly PlottedPoint[];
}

export interface PlottedPoint {
  /** `own` is what the layer itself compares, where that is not its plain input. */
  readonly of: "input" | "own";
  readonly metric: string;
  readonly statistic: Statistic;
  readonly value: number;
}
