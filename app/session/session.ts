import type { FromSim } from "../../sim/contract/protocol.ts";
import type { Store } from "../store/store.ts";
import { Series } from "./series.ts";
import { SimClient } from "./sim-client.ts";
import type { Port } from "./sim-client.ts";

/** What the hall can ask of the workshop. */
export interface Session {
  readonly store: Store;
  readonly series: Series;
  readonly client: SimClient;
  /** Begins a new run of the experiment as it stands; it plays on if the last one did. */
  readonly open: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** One step, then rest. */
  readonly step: () => void;
  /** Back to step 0, at rest. */
  readonly reset: () => void;
}

export interface SessionParts {
  readonly store: Store;
  readonly makePort: () => Port;
}

export function createSession({ store, makePort }: SessionParts): Session {
  const series = new Series();
  const state = store.getState;
  const client = new SimClient(makePort, {
    message: (message) => hear(message),
    lost: (detail) => {
      series.clear();
      state().fail({ code: "bug", detail });
    },
  });

  function open(): void {
    // A worker that is still building may not listen for seconds; a new one is quicker.
    if (state().phase === "opening") client.terminate();
    series.clear();
    state().enter("opening");
    client.open(state().experiment, state().deviceRequest);
  }

  function run(): void {
    state().enter("running");
    client.pace({ kind: "run", stepsPerSecond: state().speed });
  }

  function hear(message: FromSim): void {
    if (message.type === "ready") series.begin(message.columns);
    if (message.type === "report") series.append(message.rows);
    state().receive(message);
    if (message.type === "ready" && state().wantsToPlay) run();
  }

  return {
    store,
    series,
    client,
    open,
    play: () => {
      state().want(true);
      const { phase } = state();
      if (phase === "ready" || phase === "paused") run();
      else if (phase !== "opening" && phase !== "running") open();
    },
    pause: () => {
      state().want(false);
      if (state().phase !== "running") return;
      state().enter("paused");
      client.pace({ kind: "pause" });
    },
    step: () => {
      state().want(false);
      const { phase } = state();
      if (phase !== "ready" && phase !== "running" && phase !== "paused") return;
      state().enter("paused");
      client.pace({ kind: "step" });
    },
    reset: () => {
      state().want(false);
      open();
    },
  };
}
