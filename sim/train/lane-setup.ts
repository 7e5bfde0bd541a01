import type { ByHand } from "../contract/interventions.ts";
import type { Clock, SiteId } from "../contract/net.ts";
import type { ModelDefinition } from "../contract/model.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import type { ParamValue } from "../contract/params.ts";
import type { Random } from "../contract/random.ts";
import type { TrainingValues } from "../contract/training.ts";
import type { WorkloadFacts } from "../contract/workload.ts";
import type { Constants } from "../tensor/constants.ts";

/** All that makes one lane what it is. */
export interface LaneSetup {
  readonly id: string;
  readonly model: ModelDefinition;
  readonly modelParams: Readonly<Record<string, ParamValue>>;
  readonly normaliser: NormaliserDefinition;
  readonly normaliserParams: Readonly<Record<string, ParamValue>>;
  readonly optimiser: TrainingValues["optimiser"];
  readonly labelSmoothing: number;
  readonly facts: WorkloadFacts;
  readonly random: Random;
  readonly constants: Constants;
  /** Read the gradient at every norm too. */
  readonly gradientStatistics: boolean;
}

/** Where training stands, with everything that may change as it goes on. */
export interface Moment extends Clock {
  readonly training: TrainingValues;
  readonly byHand: ByHand;
}

/** A number that only this lane's method has, at one of its places. */
export interface LaneReading {
  readonly place: string;
  readonly metric: string;
  /** How many values are read. */
  readonly size: number;
  /** Read where a normaliser stands, and not at a map or a branch. */
  readonly ofNorm: boolean;
}

export interface LaneSite {
  readonly id: SiteId;
  readonly channels: number;
  readonly own: boolean;
  /** The gradient that comes back to it is read too. */
  readonly gradients: boolean;
}
