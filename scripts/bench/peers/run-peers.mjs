/** The same step on every library that is to be had here: that all compute the same, and what it costs each. */
import { build, preview } from "vite";
import { cache, root } from "../../run-tool.mjs";
import { median } from "../windows.mjs";
import { openBrowserPeer } from "./browser-peer.mjs";
import { openTorchPeer } from "./torch-peer.mjs";

const LIBRARIES = {
  webgl: ["Normscope, fused", "Normscope, composed", "TensorFlow.js", "jax-js"],
  wasm: ["Normscope, composed", "TensorFlow.js", "jax-js"],
};
const COMPARED_STEPS = 10;
const TOLERANCE = 1e-4;
const WARM_STEPS = 10;
const TIMED_STEPS = 20;
const ROUNDS = 3;

export async function runPeers(browser, { say }) {
  const folder = `${cache}bench-peers`;
  await bundle(folder);
  const server = await preview({
    root,
    build: { outDir: folder },
    logLevel: "warn",
    preview: { host: "127.0.0.1", port: 4274 },
  });
  const peers = [];
  try {
    for (const [device, libraries] of Object.entries(LIBRARIES))
      for (const library of libraries) {
        say(`opening ${library} on ${device}`);
        peers.push(await openBrowserPeer(browser, server.resolvedUrls.local[0], library, device));
      }
    const torch = await openTorchPeer();
    if (torch) peers.push(torch);
    return await compare(peers, say);
  } finally {
    for (const peer of peers) await peer.close();
    await server.close();
  }
}

/** In turns, so that whatever else the machine does falls on all. */
async function compare(peers, say) {
  const losses = [];
  for (const peer of peers) {
    say(`the first ${COMPARED_STEPS} losses of ${peer.name}`);
    losses.push(await peer.losses(COMPARED_STEPS));
  }
  const apart = losses.map((own) =>
    Math.max(...own.map((loss, step) => Math.abs(loss - losses[0][step]))),
  );
  const times = peers.map(() => []);
  for (const peer of peers) await peer.time(WARM_STEPS);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [i, peer] of peers.entries()) times[i].push(await peer.time(TIMED_STEPS));
    say(`round ${round} of ${ROUNDS}`);
  }
  const draws = [];
  for (const peer of peers) draws.push(await peer.drawsPerStep(1));
  return peers.map(({ name }, i) => ({
    name,
    millisecondsPerStep: median(times[i].map(({ byTheClock }) => byTheClock)),
    processorMillisecondsPerStep: median(times[i].map(({ processor }) => processor)),
    drawsPerStep: draws[i],
    lossesApart: apart[i],
    agrees: apart[i] <= TOLERANCE,
    lastLoss: losses[i].at(-1),
  }));
}

async function bundle(folder) {
  await build({
    configFile: false,
    root: `${root}scripts/bench/peers`,
    base: "./",
    logLevel: "warn",
    resolve: { dedupe: ["@tensorflow/tfjs-core"] },
    build: { target: "es2023", outDir: folder, emptyOutDir: true },
  });
}
