import type { ChannelRows, WatchedSites } from "./channel-rows.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { DeviceName, DeviceRequest, DeviceReport, EngineName } from "./device.ts";
import type { Experiment } from "./experiment.ts";
import type { Intervention } from "./interventions.ts";
import type { Statistic, Subject } from "./metric.ts";
import type { SiteId } from "./net.ts";
import type { OwnData } from "./own-data.ts";
import type { SettingsLog } from "./settings-log.ts";
import type { Sample } from "./workload.ts";

/** Numbers a run, so that what a dead run still says can be dropped. */
export type RunId = number;

export type Pace =
  | { readonly kind: "pause" }
  /** Take one step, then pause. */
  | { readonly kind: "step" }
  /** `stepsPerSecond` null: as fast as it goes. */
  | { readonly kind: "run"; readonly stepsPerSecond: number | null };

/** What a run that lost its worker or its device goes on from. */
export interface Resumption {
  /** Null: from the start. */
  readonly checkpoint: Checkpoint | null;
  /** How live settings stood, so that steps after the checkpoint are taken again as they were. */
  readonly settings: SettingsLog;
  /** The last step that was seen. Up to it steps are taken and reported as fast as it goes, whatever the pace. */
  readonly until: number;
  /** Where it ran. `auto` takes this one again where it still can. */
  readonly device: DeviceName | null;
}

/** Page to worker. */
export type ToSim =
  | {
      readonly type: "open";
      readonly run: RunId;
      readonly experiment: Experiment;
      readonly device: DeviceRequest;
      readonly engine: EngineName;
      readonly resume: Resumption | null;
    }
  /**
   * The same experiment with other live values; anything that needs a restart is opened anew instead. Interventions stay
   * as the worker has them: only it knows which step is the next.
   */
  | { readonly type: "tune"; readonly run: RunId; readonly experiment: Experiment }
  /**
   * From the next step on, for as many steps as `intervention` has; or no more of one from the next step on. Answered by
   * `tuned`, which says from when to when.
   */
  | {
      readonly type: "intervene";
      readonly run: RunId;
      readonly how: "begin" | "end";
      readonly intervention: Intervention;
    }
  | { readonly type: "pace"; readonly run: RunId; readonly pace: Pace }
  /** Back to the state after so many steps, exactly. Answered by `rewound`. */
  | { readonly type: "rewind"; readonly run: RunId; readonly to: number }
  | { readonly type: "close"; readonly run: RunId }
  /** The channels of one site of each lane, of this run and of those to come, until something else is watched. */
  | { readonly type: "watch"; readonly watch: WatchedSites }
  /** What a learner brought, for runs that are opened from now on; it takes the place of what came before of its kind. */
  | { readonly type: "data"; readonly data: OwnData };

/** The training batch; or held-out data, normalised as at inference, or by each held-out batch's own statistics. */
export type ScoredOn = "train" | "held-out" | "held-out-on-batch";

/** What a column of numbers is. Losses and scores have no place. */
export type Column =
  | {
      readonly kind: "statistic";
      readonly lane: string;
      readonly site: SiteId;
      /**
       * `own` is what the layer itself compares, where that is not its plain input; `floor` what a metric of the input would
       * be if the rows were independent.
       */
      readonly of: Subject | "own" | "floor";
      readonly metric: string;
      readonly statistic: Statistic;
    }
  /** What only this lane's method has to show: one of its definition's `metrics`, at a site or a map. */
  | {
      readonly kind: "method";
      readonly lane: string;
      readonly place: string;
      readonly metric: string;
    }
  | { readonly kind: "loss"; readonly lane: string; readonly on: ScoredOn }
  | {
      readonly kind: "score";
      /** As the workload calls it: "token accuracy", "BLEU". */
      readonly name: string;
      readonly lane: string;
      readonly on: ScoredOn;
    };

/** Three tables: one row a training step, one row an evaluation, one row a score of translations. */
export const TABLES = ["steps", "held-out", "translated"] as const;
export type TableName = (typeof TABLES)[number];

/** Rows that follow those already sent. `values` is row-major, one row a step, in the order of the table's columns. */
export interface Rows {
  readonly table: TableName;
  readonly steps: Uint32Array;
  readonly values: Float32Array;
}

export interface SiteReport {
  readonly id: SiteId;
  readonly channels: number;
  /** The layer compares something other than its plain input, and that is reported too. */
  readonly own: boolean;
}

export interface LaneReport {
  /** Unique in the run; the normaliser's id where that is. */
  readonly id: string;
  readonly task: number;
  readonly normaliser: string;
  readonly sites: readonly SiteReport[];
  readonly parameters: number;
}

/** What one lane makes of the held-out sentences that are shown. */
export interface LaneTranslations {
  readonly lane: string;
  /** In the order of the pairs; null for a lane that has diverged. */
  readonly sentences: readonly string[] | null;
}

/** `lost`: the device was taken away from a run that was well. `stopped`: the worker died, or fell silent. */
export type FailureCode = "device" | "lost" | "stopped" | "data" | "model" | "bug";

/** Worker to page. */
export type FromSim =
  | {
      readonly type: "progress";
      readonly run: RunId;
      readonly doing: string;
      readonly done: number;
      readonly of: number;
    }
  | {
      readonly type: "ready";
      readonly run: RunId;
      readonly device: DeviceReport;
      readonly lanes: readonly LaneReport[];
      readonly columns: Readonly<Record<TableName, readonly Column[]>>;
      /** For each task, a few examples of its data in words. */
      readonly samples: readonly (readonly Sample[])[];
      /** For each task, the held-out pairs whose translations are shown; none where nothing is translated. */
      readonly pairs: readonly (readonly Sample[])[];
      /** Steps taken already: those of the checkpoint that it goes on from. */
      readonly step: number;
      /** What a step takes, about: an estimate, before the first is taken. */
      readonly millisecondsPerStep: number;
    }
  | {
      readonly type: "report";
      readonly run: RunId;
      /** Steps taken so far. */
      readonly step: number;
      readonly rows: readonly Rows[];
      /** Mean over the steps of this report, with what they waited for the device. */
      readonly millisecondsPerStep: number;
      /** Tensors alive on the device, without the constants that each new shape of batch adds once. */
      readonly tensors: number;
    }
  /** Of the newest step as soon as something is watched; then, while it is, before the report of the same steps. */
  | { readonly type: "channels"; readonly run: RunId; readonly rows: ChannelRows }
  | {
      readonly type: "translations";
      readonly run: RunId;
      /** After so many steps, with running statistics. */
      readonly step: number;
      readonly lanes: readonly LaneTranslations[];
      /** Their score, where one was due: in both modes, over more sentences than are shown. */
      readonly rows: readonly Rows[];
    }
  | {
      readonly type: "diverged";
      readonly run: RunId;
      readonly lane: string;
      readonly step: number;
      /** The first site whose numbers were not finite, if one was. */
      readonly site: SiteId | null;
    }
  /** For the page to keep, should this worker or its device be lost. */
  | { readonly type: "checkpoint"; readonly run: RunId; readonly checkpoint: Checkpoint }
  /** Settings that hold from the step after `after`, and all interventions, those before it as they were. */
  | {
      readonly type: "tuned";
      readonly run: RunId;
      readonly after: number;
      readonly experiment: Experiment;
    }
  /** The run stands again after so many steps, with the settings of now; what was reported of later steps is void. */
  | {
      readonly type: "rewound";
      readonly run: RunId;
      readonly step: number;
      readonly checkpoint: Checkpoint;
    }
  | { readonly type: "finished"; readonly run: RunId; readonly step: number }
  | {
      readonly type: "failed";
      readonly run: RunId;
      readonly code: FailureCode;
      readonly detail: string;
    };
