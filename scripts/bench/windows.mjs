/** Arithmetic of the bench: from what was counted around some steps to one line of numbers. */

/** Costs of the steps between two readings of the probe, with the worker's processor time between them. */
export function costOf(before, after, processorMilliseconds, lanes) {
  const steps = after.step - before.step;
  const reports = after.reports - before.reports;
  if (steps < 1 || reports < 1)
    throw new Error(`no step was reported between step ${before.step} and step ${after.step}`);
  const drawsPerStep = (after.draws - before.draws) / steps;
  return {
    drawsPerStep,
    drawsPerLaneStep: drawsPerStep / lanes,
    uploadsPerStep: (after.uploads - before.uploads) / steps,
    downloadsPerReport: (after.downloads - before.downloads) / reports,
    jsMillisecondsPerStep: processorMilliseconds / steps,
    wallMillisecondsPerStep: (after.lastReport - after.played) / steps,
    tensors: after.tensors,
    textureBytes: after.textureBytes,
  };
}

/** Both engines' medians over what was measured of each, and what one is to the other. */
export function compareEngines(costs) {
  const [fused, composed] = [medians(costs.fused), medians(costs.composed)];
  return { fused, composed, ratio: ratios(fused, composed) };
}

/** The median of each number over several measurements of the same kind. */
function medians(costs) {
  const [first] = costs;
  return Object.fromEntries(
    Object.keys(first).map((key) => [key, median(costs.map((cost) => cost[key]))]),
  );
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? (sorted[middle - 1] + sorted[middle]) / 2
    : sorted[Math.floor(middle)];
}

/** The value that a share of all values does not pass. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Fused over composed, number by number; null where composed is 0. */
function ratios(fused, composed) {
  return Object.fromEntries(
    Object.keys(fused).map((key) => [key, composed[key] === 0 ? null : fused[key] / composed[key]]),
  );
}
