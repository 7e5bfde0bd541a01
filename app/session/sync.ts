import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { effectOf } from "./effect-of.ts";
import type { Session } from "./session.ts";

/**
 * Carries what the learner changes to the worker: live values at once, everything else as a new run. Opens the first run.
 * Returns a function that lets go.
 */
export function keepInSync(session: Session, catalogue: Catalogue): () => void {
  const { store, client } = session;
  const unsubscribe = store.subscribe((now, before) => {
    if (now.speed !== before.speed && now.phase === "running")
      client.pace({ kind: "run", stepsPerSecond: now.speed });
    const effect =
      now.deviceRequest === before.deviceRequest
        ? effectOf(before.experiment, now.experiment, catalogue)
        : "restart";
    if (effect === "restart") session.openSoon();
    if (effect !== "live") return;
    client.tune(now.experiment);
    if (now.phase === "finished" && now.experiment.steps > now.step) now.enter("paused");
  });
  session.open();
  return () => {
    unsubscribe();
    session.end();
  };
}
