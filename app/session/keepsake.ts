import { bytesOf } from "../../sim/contract/checkpoint.ts";
import type { Checkpoint } from "../../sim/contract/checkpoint.ts";
import type { DeviceName } from "../../sim/contract/device.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { FromSim, Resumption } from "../../sim/contract/protocol.ts";
import { noted } from "../../sim/contract/settings-log.ts";
import type { SettingsLog } from "../../sim/contract/settings-log.ts";

/** Of a large network fewer are kept, but always the newest. */
const MOST = 8;
const MOST_BYTES = 48 * 2 ** 20;

/** What the page keeps of a run, so that it can go on should its worker or its device be lost. */
export class Keepsake {
  /** Oldest first, spread over the run. */
  #checkpoints: readonly Checkpoint[] = [];
  #settings: SettingsLog = [];

  begin(experiment: Experiment): void {
    this.#checkpoints = [];
    this.#settings = [{ after: 0, experiment }];
  }

  hear(message: FromSim): void {
    if (message.type === "checkpoint" || message.type === "rewound") this.#keep(message.checkpoint);
    if (message.type === "tuned") this.#settings = noted(this.#settings, message);
  }

  /** Everything up to the step `until` was seen, on that device. */
  resumption(until: number, device: DeviceName | null): Resumption {
    const checkpoint = this.#checkpoints.at(-1) ?? null;
    return { checkpoint, settings: this.#settings, until, device };
  }

  /** The nearest place from which a step can be taken once more, and the settings up to it. */
  before(step: number): Pick<Resumption, "checkpoint" | "settings"> {
    const checkpoint = this.#checkpoints.findLast((one) => one.step < step) ?? null;
    return { checkpoint, settings: this.#settings };
  }

  #keep(checkpoint: Checkpoint): void {
    const earlier = this.#checkpoints.filter(({ step }) => step < checkpoint.step);
    const kept = [...earlier, checkpoint];
    const room = Math.floor(MOST_BYTES / Math.max(1, bytesOf(checkpoint)));
    while (kept.length > Math.max(1, Math.min(MOST, room))) kept.splice(mostCrowded(kept), 1);
    this.#checkpoints = kept;
  }
}

/** The place whose neighbours lie closest together, the newest left out. */
function mostCrowded(checkpoints: readonly Checkpoint[]): number {
  const gaps = checkpoints
    .slice(0, -1)
    .map((_, at) => (checkpoints[at + 1]?.step ?? 0) - (checkpoints[at - 1]?.step ?? 0));
  return gaps.indexOf(Math.min(...gaps));
}
