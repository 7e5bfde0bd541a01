/** A result in words for people. */
const ROWS = [
  ["draw calls a step", "drawsPerStep", 1],
  ["draw calls a step and lane", "drawsPerLaneStep", 1],
  ["uploads a step", "uploadsPerStep", 1],
  ["downloads a report", "downloadsPerReport", 1],
  ["worker's processor ms a step", "jsMillisecondsPerStep", 1],
  ["ms a step by the clock", "wallMillisecondsPerStep", 1],
  ["tensors", "tensors", 0],
  ["texture bytes", "textureBytes", 0],
];

export function printSteps(id, { fused, composed, ratio }) {
  console.log(
    `\n${id}`.padEnd(33),
    "fused".padStart(12),
    "composed".padStart(12),
    "ratio".padStart(8),
  );
  for (const [words, key, digits] of ROWS)
    console.log(
      `  ${words}`.padEnd(32),
      fused[key].toFixed(digits).padStart(12),
      composed[key].toFixed(digits).padStart(12),
      (ratio[key] === null ? "–" : ratio[key].toFixed(2)).padStart(8),
    );
}

export function printLoad({ files, ...load }) {
  console.log(`\nfirst load of the default experiment
  page ${load.pageKilobytes.toFixed(1)} kB, worker ${load.workerKilobytes.toFixed(1)} kB of JavaScript, wasm binary ${load.wasmKilobytes.toFixed(1)} kB (gzip)
  ${load.secondsToReady.toFixed(1)} s to ready, ${load.secondsToFirstPoint.toFixed(2)} s from Play to the first point`);
  for (const [part, chunks] of Object.entries(files))
    for (const { name, kilobytes } of chunks)
      console.log(`    ${part} ${name}: ${kilobytes.toFixed(1)} kB`);
}

export function printPage({ device, longestTaskMilliseconds, longTasks, p95FrameMilliseconds }) {
  console.log(
    `\npage while training on ${device}: longest task ${longestTaskMilliseconds.toFixed(1)} ms of processor time, ${longTasks} over 50 ms, 95 % of frames within ${p95FrameMilliseconds.toFixed(1)} ms`,
  );
}

/** Processor time is the calling thread's: all there is on wasm, and the way to the device on WebGL. */
export function printPeers(peers) {
  console.log("\none and the same step".padEnd(33), "ms a step", "processor ms", "draw calls");
  for (const peer of peers) {
    const apart = `losses ${peer.agrees ? "agree" : "DISAGREE"} (apart by ${peer.lossesApart.toExponential(1)})`;
    console.log(
      `  ${peer.name}`.padEnd(32),
      peer.millisecondsPerStep.toFixed(2).padStart(9),
      peer.processorMillisecondsPerStep.toFixed(2).padStart(12),
      peer.drawsPerStep.toFixed(0).padStart(10),
      ` ${apart}`,
    );
  }
}
