import type { WatchedSites } from "../contract/channel-rows.ts";
import type { ToSim } from "../contract/protocol.ts";
import { chooseDevice } from "./choose-device.ts";
import { whenLost } from "../tensor/device.ts";
import { failure, lost } from "./failure.ts";
import type { HostParts } from "./host-parts.ts";
import { OwnStore } from "./own-store.ts";
import { Run } from "./run.ts";

/** No run has this number. */
const NONE = -1;

type Open = Extract<ToSim, { type: "open" }>;

/** Answers the page's messages: one run at a time, the newest. Decides when, never what. */
export class Host {
  readonly #parts: HostParts;
  readonly #own = new OwnStore();
  #run: Run | null = null;
  /** Openings wait for one another: there is one device. */
  #opening: Promise<void> = Promise.resolve();
  #newest = NONE;
  #watch: WatchedSites = {};

  constructor(parts: HostParts) {
    this.#parts = parts;
  }

  receive(message: ToSim): void {
    switch (message.type) {
      case "open":
        this.#newest = message.run;
        this.#run?.close();
        this.#opening = this.#opening.then(() => this.#open(message));
        return;
      case "tune":
        this.#of(message.run)?.tune(message.experiment);
        return;
      case "intervene":
        this.#of(message.run)?.intervene(message.how, message.intervention);
        return;
      case "pace":
        this.#of(message.run)?.pace(message.pace);
        return;
      case "rewind":
        this.#of(message.run)?.rewind(message.to);
        return;
      case "close":
        this.#of(message.run)?.close();
        if (message.run === this.#newest) this.#newest = NONE;
        return;
      case "watch":
        this.#watch = message.watch;
        this.#run?.watch(message.watch);
        return;
      case "data":
        this.#own.keep(message.data);
        return;
      default:
        message satisfies never;
    }
  }

  #of(id: number): Run | null {
    return this.#run?.id === id ? this.#run : null;
  }

  async #open({ run: id, experiment, device: request, engine, resume }: Open): Promise<void> {
    if (id !== this.#newest) return;
    try {
      const old = this.#run;
      this.#run = null;
      await old?.closed;
      const say = (doing: string, done: number, of: number): void =>
        this.#parts.post({ type: "progress", run: id, doing, done, of }, []);
      const before = resume?.device ?? null;
      const parts = { ...this.#parts, catalogue: this.#own.into(this.#parts.catalogue) };
      const device = await chooseDevice({ request, engine, before, experiment }, parts, say);
      if (id !== this.#newest) return;
      const run = await Run.open({
        id,
        experiment,
        resume,
        watch: this.#watch,
        device,
        parts,
        say,
      });
      if (id !== this.#newest) {
        run.close();
        await run.closed;
        return;
      }
      this.#run = run;
      whenLost(() => {
        run.close();
        this.#parts.post(lost(id), []);
      });
    } catch (error) {
      this.#parts.post(failure(id, error), []);
    }
  }
}
