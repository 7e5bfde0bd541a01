import type { FromReader, ToReader } from "../../sim/contract/own-data.ts";
// The address of the built script, and none of its code.
// oxlint-disable-next-line no-restricted-imports, import/default
import script from "../../sim/worker/reading-entry.ts?worker&url";
import type { ReaderPort } from "./own-data-desk.ts";
import { workerAddress } from "./worker-address.ts";
import { connectedTo } from "./worker-wire.ts";

/** The worker that reads a learner's files. */
export function readerPort(): ReaderPort {
  const worker = new Worker(workerAddress(script), { type: "module", name: "normscope reader" });
  return connectedTo<ToReader, FromReader>(worker);
}
