import type { Checkpoint } from "../../sim/contract/checkpoint.ts";
import type { DeviceName } from "../../sim/contract/device.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { FromSim, Resumption } from "../../sim/contract/protocol.ts";
import { noted } from "../../sim/contract/settings-log.ts";
import type { SettingsLog } from "../../sim/contract/settings-log.ts";

/** What the page keeps of a run, so that it can go on should its worker or its device be lost. */
export class Keepsake {
  #checkpoint: Checkpoint | null = null;
  #settings: SettingsLog = [];

  begin(experiment: Experiment): void {
    this.#checkpoint = null;
    this.#settings = [{ after: 0, experiment }];
  }

  hear(message: FromSim): void {
    if (message.type === "checkpoint" || message.type === "rewound")
      this.#checkpoint = message.checkpoint;
    if (message.type === "tuned") this.#settings = noted(this.#settings, message);
  }

  /** Everything up to the step `until` was seen, on that device. */
  resumption(until: number, device: DeviceName | null): Resumption {
    return { checkpoint: this.#checkpoint, settings: this.#settings, until, device };
  }
}
