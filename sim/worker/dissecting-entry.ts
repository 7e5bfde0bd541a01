import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { catalogue } from "../catalogue.ts";
import { DataRefused } from "../contract/data-refused.ts";
import type { Dissection, DissectionOrder, FromDissection } from "../contract/dissection.ts";
import { prepareDevices } from "../tensor/device.ts";
import { troubleOf } from "../tensor/device-trouble.ts";
import { dissect, DissectionRefused } from "./dissect.ts";
import { nextTurn } from "./turns.ts";

prepareDevices({
  "tfjs-backend-wasm.wasm": plain,
  "tfjs-backend-wasm-simd.wasm": simd,
  // As in `entry.ts`: wanted, and never fetched.
  "tfjs-backend-wasm-threaded-simd.wasm": simd,
});

/** A worker of its own: the run that is shown is not touched, and to cancel is to end it. */
self.addEventListener("message", ({ data }: MessageEvent<DissectionOrder>) => void answer(data));

async function answer(order: DissectionOrder): Promise<void> {
  const say = (doing: string, done: number, of: number): void =>
    post({ type: "progress", doing, done, of });
  try {
    const parts = { catalogue, now: () => performance.now(), nextTurn };
    const dissection = await dissect(order, parts, say);
    post({ type: "dissected", dissection }, buffersOf(dissection));
  } catch (error) {
    const sentence = refusalOf(error);
    if (sentence !== null) post({ type: "refused", sentence });
    // So the page hears of it; a promise that is broken here is not an error of the worker.
    else reportError(error);
  }
}

function refusalOf(error: unknown): string | null {
  if (error instanceof DissectionRefused || error instanceof DataRefused) return error.message;
  return troubleOf(error);
}

/** What is large is handed over instead of being copied. */
function buffersOf({ x, normalised, y, upstream, gradient }: Dissection): ArrayBuffer[] {
  const blocks = [x, normalised, y, upstream, gradient];
  // Ours are never shared between threads.
  return blocks.flatMap((block) => (block ? [block.buffer as ArrayBuffer] : []));
}

function post(message: FromDissection, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer });
}
