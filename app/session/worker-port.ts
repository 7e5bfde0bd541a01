import type { FromSim } from "../../sim/contract/protocol.ts";
import type { Port } from "./sim-client.ts";

/** The only place where a Worker is made. */
export function workerPort(): Port {
  const worker = new Worker(new URL("../../sim/worker/entry.ts", import.meta.url), {
    type: "module",
    name: "normscope",
  });
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onError) => {
      worker.onmessage = (event: MessageEvent<FromSim>) => onMessage(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        // A worker whose file does not load gives an event without a message.
        onError(event.message || "the worker could not be loaded");
      };
      worker.onmessageerror = () => onError("a message from the worker could not be read");
    },
    end: () => worker.terminate(),
  };
}
