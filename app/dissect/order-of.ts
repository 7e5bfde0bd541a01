import type { DissectionOrder } from "../../sim/contract/dissection.ts";
import type { Session } from "../session/session.ts";
import type { Subject } from "./dissection-desk.ts";

/** What a worker needs to take that step of the run once more. */
export function orderOf({ lane, lanes, site, step }: Subject, session: Session): DissectionOrder {
  const { experiment, device } = session.store.getState();
  return {
    ...session.before(step),
    experiment,
    lane: Math.max(
      0,
      lanes.findIndex(({ id }) => id === lane),
    ),
    site,
    step,
    device: device?.name ?? "wasm",
    own: session.client.kept,
  };
}
