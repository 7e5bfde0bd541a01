import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { catalogue } from "../catalogue.ts";
import type { ToSim } from "../contract/protocol.ts";
import { prepareDevices } from "../tensor/device.ts";
import { Host } from "./host.ts";
import { nextTurn, wait } from "./turns.ts";

prepareDevices({
  "tfjs-backend-wasm.wasm": plain,
  "tfjs-backend-wasm-simd.wasm": simd,
  // TensorFlow.js wants an address for this one too, though threads are off and it is never fetched.
  "tfjs-backend-wasm-threaded-simd.wasm": simd,
});

const host = new Host({
  catalogue,
  post: (message, transfer) => self.postMessage(message, { transfer: [...transfer] }),
  now: () => performance.now(),
  nextTurn,
  wait,
});

// The page's client is the only one that can post to its own worker, and it posts nothing else.
self.addEventListener("message", ({ data }: MessageEvent<ToSim>) => host.receive(data));
