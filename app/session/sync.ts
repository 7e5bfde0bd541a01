import type { Catalogue } from "../../sim/contract/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { State } from "../store/store.ts";
import { changedSettings, effectOf } from "./effect-of.ts";
import type { Session } from "./session.ts";

/**
 * Carries what the learner changes to the worker: live values at once, everything else as a new run. While
 * nobody has asked for a run there is nothing to carry. Returns a function that lets go.
 */
export function keepInSync(session: Session, catalogue: Catalogue): () => void {
  const { store, client } = session;
  const unsubscribe = store.subscribe((now, before) => {
    if (now.phase === "idle") return;
    if (now.speed !== before.speed && now.phase === "running")
      client.pace({ kind: "run", stepsPerSecond: now.speed });
    const isElsewhere = now.deviceRequest !== before.deviceRequest || now.engine !== before.engine;
    // What failed goes on where it is now wanted; what runs well begins again there, so that its curve is of one device.
    if (isElsewhere && now.phase === "failed") return session.goOn();
    const effect = isElsewhere
      ? "restart"
      : effectOn(session, before.experiment, now.experiment, catalogue);
    if (effect === "restart") session.openSoon();
    if (effect !== "live") return;
    client.tune(now.experiment);
    noteTurns(before.experiment, now, catalogue);
    if (now.phase === "finished" && now.experiment.steps > now.step) now.enter("paused");
  });
  return () => {
    unsubscribe();
    session.end();
  };
}

/** What the worker has done to its run already needs no other run. */
function effectOn(session: Session, before: Experiment, now: Experiment, catalogue: Catalogue) {
  if (before === now) return "none";
  const { interventions } = now;
  const old = session.has(interventions) ? { ...before, interventions } : before;
  return effectOf(old, now, catalogue);
}

/** What is turned while the run is under way stands on its time axis. */
function noteTurns(before: Experiment, now: State, catalogue: Catalogue): void {
  if (now.step === 0) return;
  for (const { key, spec, from, to } of changedSettings(before, now.experiment, catalogue))
    now.noteTurn({ step: now.step, key, label: spec.label, from, to });
}
