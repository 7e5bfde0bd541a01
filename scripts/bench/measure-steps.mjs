import { ENGINES } from "./experiments.mjs";
import { openLaboratory, playSteps, readProbe } from "./laboratory.mjs";
import { traced, WORKER_THREAD } from "./trace.mjs";
import { compareEngines, costOf } from "./windows.mjs";

/**
 * One experiment on both engines: two pages, warmed until every shape of batch has been met, then measured in turns, so
 * that whatever else the machine does falls on both.
 */
export async function measureSteps(
  browser,
  site,
  { query, warmSteps, steps },
  { device, repeats, say },
) {
  const laboratories = {};
  for (const engine of ENGINES) {
    say(`${engine}: opening and warming for ${warmSteps} steps`);
    const address = `${site}?${query}&device=${device}&engine=${engine}`;
    laboratories[engine] = await openLaboratory(browser, address, { isProbed: true });
    await playSteps(laboratories[engine], warmSteps);
  }
  const costs = { fused: [], composed: [] };
  for (let repeat = 1; repeat <= repeats; repeat++) {
    // Who goes first changes, since the second may find a warmer machine.
    const order = repeat % 2 === 1 ? ENGINES : ENGINES.toReversed();
    for (const engine of order)
      costs[engine].push(await measureOnce(browser, laboratories[engine], steps));
    say(`measured ${repeat} of ${repeats}`);
  }
  for (const { context } of Object.values(laboratories)) await context.close();
  return compareEngines(costs);
}

async function measureOnce(browser, laboratory, steps) {
  const { page } = laboratory;
  await page.bringToFront();
  const { lanes } = await page.evaluate(() => window.normscope.read());
  const before = await readProbe(laboratory);
  const trace = await traced(browser, page, () => playSteps(laboratory, steps));
  const after = await readProbe(laboratory);
  // The other page's worker rests meanwhile, and its thread adds nothing worth counting.
  const milliseconds = trace.tasks(WORKER_THREAD).reduce((sum, each) => sum + each, 0);
  return costOf(before, after, milliseconds, lanes.length);
}
