import type { WatchedSites } from "../../sim/contract/channel-rows.ts";
import type { DeviceRequest, EngineName } from "../../sim/contract/device.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { Intervention } from "../../sim/contract/interventions.ts";
import type { OwnData, OwnKind } from "../../sim/contract/own-data.ts";
import type { FromSim, Pace, Resumption, RunId, ToSim } from "../../sim/contract/protocol.ts";

/** One end of the wire; a Worker in the page, a stand-in in tests. */
export interface Port {
  post(message: ToSim): void;
  /** Called once, before anything is posted. */
  listen(onMessage: (message: FromSim) => void, onError: (detail: string) => void): void;
  end(): void;
}

export interface SimEvents {
  /** A message of the living run. */
  readonly message: (message: FromSim) => void;
  /** The worker is gone, and with it the run. */
  readonly lost: (detail: string) => void;
}

// A worker that was just made must first be fetched; one that is at work answers between two steps.
const PATIENCE_MS = { fresh: 60_000, used: 15_000 };

/** Owns the worker: makes it, numbers the runs, drops what dead runs still say, and replaces a worker that is stuck. */
export class SimClient {
  readonly #makePort: () => Port;
  readonly #events: SimEvents;
  #port: Port | null = null;
  #run: RunId = 0;
  #isOpen = false;
  #silence: ReturnType<typeof setTimeout> | undefined;
  /** What a learner brought, for this worker and any that takes its place. */
  readonly #kept = new Map<OwnKind, OwnData>();
  /** What is looked at closer; also for any worker that takes this one's place. */
  #watch: WatchedSites = {};

  constructor(makePort: () => Port, events: SimEvents) {
    this.#makePort = makePort;
    this.#events = events;
  }

  /** Ends the run before, if there is one, and begins another; or goes on with one that was lost. */
  open(
    experiment: Experiment,
    device: DeviceRequest,
    engine: EngineName,
    resume: Resumption | null = null,
  ): void {
    this.close();
    const port = this.#port;
    this.#run++;
    this.#isOpen = true;
    this.#post({ type: "open", run: this.#run, experiment, device, engine, resume });
    this.#waitForAnswer(port === null, () => this.open(experiment, device, engine, resume));
  }

  tune(experiment: Experiment): void {
    if (this.#isOpen) this.#post({ type: "tune", run: this.#run, experiment });
  }

  /** From the next step on; or no more of it from there. */
  intervene(how: "begin" | "end", intervention: Intervention): void {
    if (this.#isOpen) this.#post({ type: "intervene", run: this.#run, how, intervention });
  }

  /** Runs that are opened from now on can learn from this. */
  keep(data: OwnData): void {
    this.#kept.set(data.found.kind, data);
    this.#port?.post({ type: "data", data });
  }

  /** Which channels are sent from now on; of nothing, none. */
  watch(watch: WatchedSites): void {
    if (JSON.stringify(watch) === JSON.stringify(this.#watch)) return;
    this.#watch = watch;
    this.#port?.post({ type: "watch", watch });
  }

  /** What `keep` was given last of each kind. */
  get kept(): readonly OwnData[] {
    return [...this.#kept.values()];
  }

  pace(pace: Pace): void {
    if (this.#isOpen) this.#post({ type: "pace", run: this.#run, pace });
  }

  rewind(to: number): void {
    if (this.#isOpen) this.#post({ type: "rewind", run: this.#run, to });
  }

  close(): void {
    clearTimeout(this.#silence);
    if (this.#isOpen) this.#post({ type: "close", run: this.#run });
    this.#isOpen = false;
  }

  /** Ends the worker itself, whatever it is doing; the next `open` makes another. */
  terminate(): void {
    clearTimeout(this.#silence);
    this.#port?.end();
    this.#port = null;
    this.#isOpen = false;
  }

  #post(message: ToSim): void {
    this.#port ??= this.#connected();
    this.#port.post(message);
  }

  #connected(): Port {
    const port = this.#makePort();
    port.listen(
      (message) => {
        if (message.run !== this.#run || !this.#isOpen) return;
        clearTimeout(this.#silence);
        this.#events.message(message);
      },
      (detail) => {
        if (port !== this.#port) return;
        this.terminate();
        this.#events.lost(detail);
      },
    );
    for (const data of this.#kept.values()) port.post({ type: "data", data });
    if (Object.keys(this.#watch).length > 0) port.post({ type: "watch", watch: this.#watch });
    return port;
  }

  /** A used worker that says nothing is replaced by a fresh one; a fresh one that says nothing has failed. */
  #waitForAnswer(isFresh: boolean, again: () => void): void {
    this.#silence = setTimeout(
      () => {
        this.terminate();
        if (isFresh) this.#events.lost("the worker did not answer");
        else again();
      },
      isFresh ? PATIENCE_MS.fresh : PATIENCE_MS.used,
    );
  }
}
