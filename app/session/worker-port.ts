import type { FromSim, ToSim } from "../../sim/contract/protocol.ts";
// The address of the built script, and none of its code.
// oxlint-disable-next-line no-restricted-imports, import/default
import script from "../../sim/worker/entry.ts?worker&url";
import { workerAddress } from "./worker-address.ts";
import { connectedTo } from "./worker-wire.ts";
import type { Port } from "./sim-client.ts";

/** The worker that trains. Workers are made here and in `reader-port.ts`, and nowhere else. */
export function workerPort(): Port {
  const worker = new Worker(workerAddress(script), { type: "module", name: "normscope" });
  return connectedTo<ToSim, FromSim>(worker);
}
