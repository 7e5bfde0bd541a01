import type { FromSim, ToSim } from "../../sim/contract/protocol.ts";
import { connectedTo } from "./worker-wire.ts";
import type { Port } from "./sim-client.ts";

/** The worker that trains. Workers are made here and in `reader-port.ts`, and nowhere else. */
export function workerPort(): Port {
  const worker = new Worker(new URL("../../sim/worker/entry.ts", import.meta.url), {
    type: "module",
    name: "normscope",
  });
  return connectedTo<ToSim, FromSim>(worker);
}
