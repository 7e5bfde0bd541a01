/** Hands one library at a time to a page of its own, where the bench calls it. */
import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { makeProblem } from "./problem.mjs";

const LIBRARIES = {
  "Normscope, fused": () => import("./ours-fused.mjs"),
  "Normscope, composed": () => import("./ours-composed.mjs"),
  "TensorFlow.js": () => import("./stock.mjs"),
  "jax-js": () => import("./jax.mjs"),
};

// TensorFlow.js wants an address for the binary with threads too, though they are off and it is never fetched.
const WASM_FILES = {
  "tfjs-backend-wasm.wasm": plain,
  "tfjs-backend-wasm-simd.wasm": simd,
  "tfjs-backend-wasm-threaded-simd.wasm": simd,
};

let peer = null;

globalThis.peers = {
  async open(library, device) {
    const { open } = await LIBRARIES[library]();
    peer = await open(device, makeProblem(), WASM_FILES);
  },
  /** The losses of so many steps, each waited for. */
  async losses(steps) {
    const found = [];
    for (let step = 0; step < steps; step++) {
      await peer.step();
      found.push(await peer.loss());
    }
    return found;
  },
  /** Milliseconds a step, over so many. Whoever must wait for each does so itself; the rest wait once at the end. */
  async time(steps) {
    const start = performance.now();
    for (let step = 0; step < steps; step++) await peer.step();
    await peer.loss();
    return (performance.now() - start) / steps;
  },
};
