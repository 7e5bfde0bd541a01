import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { effectOf } from "./effect-of.ts";
import type { Session } from "./session.ts";

// Long enough that a slider can be dragged without building a network for every value it passes.
const SETTLE_MS = 200;

/**
 * Carries what the learner changes to the worker: live values at once, everything else as a new run once the hand rests.
 * Opens the first run. Returns a function that lets go.
 */
export function keepInSync(session: Session, catalogue: Catalogue): () => void {
  const { store, client } = session;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const reopen = (): void => {
    clearTimeout(settling);
    settling = undefined;
    session.open();
  };

  const unsubscribe = store.subscribe((now, before) => {
    if (now.phase === "opening" && before.phase !== "opening") {
      clearTimeout(settling);
      settling = undefined;
    }
    if (now.deviceRequest !== before.deviceRequest) return reopen();
    if (now.speed !== before.speed && now.phase === "running")
      client.pace({ kind: "run", stepsPerSecond: now.speed });
    const effect = effectOf(before.experiment, now.experiment, catalogue);
    if (effect === "restart") {
      clearTimeout(settling);
      settling = setTimeout(reopen, SETTLE_MS);
    } else if (effect === "live" && settling === undefined) {
      client.tune(now.experiment);
      if (now.phase === "finished" && now.experiment.steps > now.step) now.enter("paused");
    }
  });
  session.open();

  return () => {
    clearTimeout(settling);
    unsubscribe();
    client.terminate();
  };
}
