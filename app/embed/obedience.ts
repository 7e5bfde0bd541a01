import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Session } from "../session/session.ts";
import { readAddress } from "../store/url.ts";
import type { Command } from "./commands.ts";
import type { Sight } from "./sight.ts";

/** Does what a host asks. Nothing begins to run where nobody sees it: that waits until somebody does. */
export class Obedience {
  readonly #session: Session;
  readonly #sight: Sight;
  readonly #catalogue: Catalogue;
  /** What is to be done when the page is seen. */
  #waiting: (() => void) | null = null;
  /** Ends the way to a step, should something else be asked for meanwhile. */
  #leave: (() => void) | null = null;

  constructor(session: Session, sight: Sight, catalogue: Catalogue) {
    this.#session = session;
    this.#sight = sight;
    this.#catalogue = catalogue;
    sight.onChange((isSeen) => {
      if (isSeen) this.#waiting?.();
      if (isSeen) this.#waiting = null;
    });
  }

  obey(command: Command): void {
    this.#waiting = null;
    this.#leave?.();
    this.#leave = null;
    switch (command.name) {
      case "play":
        this.#whenSeen(() => this.#session.play());
        return;
      case "pause":
      case "step":
        this.#session[command.name]();
        return;
      case "reset":
        if (this.#session.store.getState().phase !== "idle") this.#session.reset();
        return;
      case "load":
        this.#session.store.setState(readAddress(command.query, this.#catalogue));
        return;
      case "goto":
        this.#whenSeen(() => this.#goTo(command.step));
        return;
      default:
        command satisfies never;
    }
  }

  #whenSeen(act: () => void): void {
    if (this.#sight.isSeen) act();
    else this.#waiting = act;
  }

  #goTo(wanted: number): void {
    const { store, play, pause, rewind } = this.#session;
    const to = Math.min(wanted, store.getState().experiment.steps);
    if (store.getState().step >= to) {
      pause();
      rewind(to, "rest");
      return;
    }
    this.#leave = store.subscribe(({ step }) => {
      if (step < to) return;
      this.#leave?.();
      this.#leave = null;
      pause();
      // Steps come in reports, and a report may have passed it.
      if (step > to) rewind(to, "rest");
    });
    play();
  }
}
