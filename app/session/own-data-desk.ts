import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import { OWN_WORKLOADS } from "../../sim/contract/own-data.ts";
import type { FromReader, OwnFile, ToReader } from "../../sim/contract/own-data.ts";
import type { Store } from "../store/store.ts";
import type { Session } from "./session.ts";

/** One end of the wire to a worker that reads files; a stand-in in tests. */
export interface ReaderPort {
  post(message: ToReader): void;
  /** Called once, before anything is posted. */
  listen(onMessage: (message: FromReader) => void, onError: (detail: string) => void): void;
  end(): void;
}

/** Files posted at a time: a folder may hold fifty thousand, and the page has other things to do. */
const POSTED_AT_ONCE = 500;

/**
 * Takes files in and has them read, one set at a time. Nothing of this touches a run before the learner starts it: the
 * reader is a worker of its own, ended when it has answered or is told to stop.
 */
export class OwnDataDesk {
  readonly #store: Store;
  readonly #session: Session;
  readonly #makePort: () => ReaderPort;
  #port: ReaderPort | null = null;

  constructor(session: Session, makePort: () => ReaderPort) {
    this.#store = session.store;
    this.#session = session;
    this.#makePort = makePort;
  }

  /** Reads these files, instead of any that are being read. */
  readonly read = (files: readonly OwnFile[]): void => {
    this.stop();
    const port = this.#makePort();
    this.#port = port;
    port.listen(
      (message) => (port === this.#port ? this.#hear(message) : undefined),
      (detail) => {
        if (port !== this.#port) return;
        this.stop();
        const sentence = `Reading stopped: ${detail}. The files may be too much for this browser; fewer or smaller ones may do.`;
        this.#store.getState().setOwnData({ refusal: sentence });
      },
    );
    this.#store
      .getState()
      .setOwnData({ reading: { doing: "Reading", done: 0, of: 0 }, refusal: null });
    void this.#post(port, files);
  };

  /** Stops reading; what was found before stays. */
  readonly stop = (): void => {
    this.#port?.end();
    this.#port = null;
    this.#store.getState().setOwnData({ reading: null });
  };

  /** Hands what was found to the worker that trains, and begins a run on it. */
  readonly start = (): void => {
    const { found, setOwnData, chooseWorkload, experiment, want } = this.#store.getState();
    if (!found) return;
    this.#session.client.keep(found.data);
    setOwnData({ found: { ...found, isStarted: true } });
    want(true);
    const workload = OWN_WORKLOADS[found.data.found.kind];
    const isLearnt = experiment.tasks.some((task) => task.workload.id === workload);
    // Another set of the same kind changes nothing that a link says, and needs a new run all the same.
    if (isLearnt) this.#session.open();
    else chooseWorkload(placeFor(workload, experiment), workload);
  };

  async #post(port: ReaderPort, files: readonly OwnFile[]): Promise<void> {
    for (let from = 0; from === 0 || from < files.length; from += POSTED_AT_ONCE) {
      if (port !== this.#port) return;
      const some = files.slice(from, from + POSTED_AT_ONCE);
      port.post({ files: some, isLast: from + POSTED_AT_ONCE >= files.length });
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  #hear(message: FromReader): void {
    const { setOwnData } = this.#store.getState();
    switch (message.type) {
      case "progress":
        setOwnData({ reading: { doing: message.doing, done: message.done, of: message.of } });
        return;
      case "refused":
        this.stop();
        setOwnData({ refusal: message.sentence });
        return;
      case "read":
        this.stop();
        setOwnData({ found: { data: message.data, isStarted: false } });
        return;
      default:
        message satisfies never;
    }
  }
}

/** Which task gives way: the one of the same kind, or else the first. */
function placeFor(workload: string, { tasks }: Experiment): number {
  const { kind } = entry(catalogue.workloads, workload);
  const kinds = tasks.map((task) => entry(catalogue.workloads, task.workload.id).kind);
  return Math.max(0, kinds.indexOf(kind));
}
