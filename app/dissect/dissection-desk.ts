import type { Dissection, DissectionOrder, FromDissection } from "../../sim/contract/dissection.ts";
import type { LaneReport } from "../../sim/contract/protocol.ts";
import type { DissectingPort } from "../session/dissecting-port.ts";

/** What is taken apart. */
export interface Subject {
  /** The lanes of the run that it is of: another run has others. */
  readonly lanes: readonly LaneReport[];
  readonly lane: string;
  readonly site: string;
  readonly step: number;
}

/** How it stands; a new object at every change. */
export type DeskState =
  | { readonly phase: "idle" }
  | {
      readonly phase: "working";
      readonly subject: Subject;
      readonly doing: string;
      readonly done: number;
      readonly of: number;
    }
  | { readonly phase: "open"; readonly subject: Subject; readonly dissection: Dissection }
  | { readonly phase: "refused"; readonly subject: Subject; readonly sentence: string };

const IDLE: DeskState = { phase: "idle" };

/**
 * Has one step taken apart at a time, each by a worker that is made for it and ended when it has answered: the run that is
 * shown keeps its own, and to cancel is to end the worker.
 */
export class DissectionDesk {
  readonly #makePort: () => DissectingPort;
  readonly #listeners = new Set<() => void>();
  #port: DissectingPort | null = null;
  #state: DeskState = IDLE;

  constructor(makePort: () => DissectingPort) {
    this.#makePort = makePort;
  }

  readonly state = (): DeskState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(subject: Subject, order: DissectionOrder): void {
    this.end();
    const port = this.#makePort();
    this.#port = port;
    port.listen(
      (message) => (port === this.#port ? this.#hear(subject, message) : undefined),
      (detail) => {
        if (port === this.#port) this.#refuse(subject, `The worker stopped: ${detail}.`);
      },
    );
    this.#change({ phase: "working", subject, doing: "Starting the worker", done: 0, of: 0 });
    port.post(order);
  }

  /** Gives up what is under way, and lets go of what is open. */
  readonly close = (): void => {
    this.end();
    this.#change(IDLE);
  };

  /** Ends the worker, whatever it is doing. */
  end(): void {
    this.#port?.end();
    this.#port = null;
  }

  #hear(subject: Subject, message: FromDissection): void {
    switch (message.type) {
      case "progress":
        this.#change({ ...message, phase: "working", subject });
        return;
      case "refused":
        this.#refuse(subject, message.sentence);
        return;
      case "dissected":
        this.end();
        this.#change({ phase: "open", subject, dissection: message.dissection });
        return;
      default:
        message satisfies never;
    }
  }

  #refuse(subject: Subject, sentence: string): void {
    this.end();
    this.#change({ phase: "refused", subject, sentence });
  }

  #change(state: DeskState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
