import type { FromReader, ToReader } from "../../sim/contract/own-data.ts";
import type { ReaderPort } from "./own-data-desk.ts";
import { connectedTo } from "./worker-wire.ts";

/** The worker that reads a learner's files. */
export function readerPort(): ReaderPort {
  const worker = new Worker(new URL("../../sim/worker/reading-entry.ts", import.meta.url), {
    type: "module",
    name: "normscope reader",
  });
  return connectedTo<ToReader, FromReader>(worker);
}
