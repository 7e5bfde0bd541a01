import type { Experiment } from "../../sim/contract/experiment.ts";
import type { FromSim } from "../../sim/contract/protocol.ts";
import type { Store } from "../store/store.ts";
import { Series } from "./series.ts";
import { SimClient } from "./sim-client.ts";
import type { Port } from "./sim-client.ts";

// Long enough that a slider can be dragged without building a network for every value it passes.
const SETTLE_MS = 200;

/** What the hall can ask of the workshop: one run at a time, begun, played, and begun again. */
export class Session {
  readonly store: Store;
  readonly series = new Series();
  readonly client: SimClient;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** The experiment that is being built; null when nothing is. */
  #building: Experiment | null = null;

  constructor(store: Store, makePort: () => Port) {
    this.store = store;
    this.client = new SimClient(makePort, {
      message: (message) => this.#hear(message),
      lost: (detail) => {
        this.#building = null;
        this.series.clear();
        store.getState().fail({ code: "bug", detail });
      },
    });
  }

  /** Ends the run and begins another of the experiment as it stands; it plays on if the last one did. */
  readonly open = (): void => {
    this.#leave();
    const { experiment, deviceRequest, engine } = this.store.getState();
    this.#building = experiment;
    this.client.open(experiment, deviceRequest, engine);
  };

  /** The same, but builds only when the hand has come to rest. */
  readonly openSoon = (): void => {
    this.#leave();
    this.#settling = setTimeout(this.open, SETTLE_MS);
  };

  readonly play = (): void => {
    const { phase, want } = this.store.getState();
    want(true);
    if (phase === "ready" || phase === "paused") this.#run();
    else if (phase !== "opening" && phase !== "running") this.open();
  };

  readonly pause = (): void => {
    const { phase, want, enter } = this.store.getState();
    want(false);
    if (phase !== "running") return;
    enter("paused");
    this.client.pace({ kind: "pause" });
  };

  /** One step, then rest. */
  readonly step = (): void => {
    const { phase, want, enter } = this.store.getState();
    want(false);
    if (phase !== "ready" && phase !== "running" && phase !== "paused") return;
    enter("paused");
    this.client.pace({ kind: "step" });
  };

  /** Back to step 0, at rest. */
  readonly reset = (): void => {
    this.store.getState().want(false);
    this.open();
  };

  /** Ends the run and the worker. */
  end(): void {
    clearTimeout(this.#settling);
    this.client.terminate();
  }

  #leave(): void {
    clearTimeout(this.#settling);
    // A worker that is still building may not listen for seconds; a new one is quicker.
    if (this.#building) this.client.terminate();
    else this.client.close();
    this.#building = null;
    this.series.clear();
    this.store.getState().enter("opening");
  }

  #run(): void {
    const { enter, speed } = this.store.getState();
    enter("running");
    this.client.pace({ kind: "run", stepsPerSecond: speed });
  }

  #hear(message: FromSim): void {
    if (message.type === "ready") this.series.begin(message.columns);
    if (message.type === "report" || message.type === "translations")
      this.series.append(message.rows);
    this.store.getState().receive(message);
    if (message.type === "failed") {
      this.#building = null;
      // Whatever is wrong with this worker's device, the next run begins with a fresh one.
      this.client.terminate();
    }
    if (message.type === "ready") this.#begin();
  }

  /** What was changed or asked for while the run was being built. */
  #begin(): void {
    const { experiment, wantsToPlay } = this.store.getState();
    if (experiment !== this.#building) this.client.tune(experiment);
    this.#building = null;
    if (wantsToPlay) this.#run();
  }
}
