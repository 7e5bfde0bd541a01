import type { DissectionOrder, FromDissection } from "../../sim/contract/dissection.ts";
import { connectedTo } from "./worker-wire.ts";

/** One end of the wire to a worker that takes one step apart; a stand-in in tests. */
export interface DissectingPort {
  post(order: DissectionOrder): void;
  /** Called once, before anything is posted. */
  listen(onMessage: (message: FromDissection) => void, onError: (detail: string) => void): void;
  end(): void;
}

export function dissectingPort(): DissectingPort {
  const worker = new Worker(new URL("../../sim/worker/dissecting-entry.ts", import.meta.url), {
    type: "module",
    name: "normscope dissecting",
  });
  return connectedTo<DissectionOrder, FromDissection>(worker);
}
