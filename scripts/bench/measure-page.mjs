import { openLaboratory, playSteps, pressPlay } from "./laboratory.mjs";
import { PAGE_THREAD, traced } from "./trace.mjs";
import { quantile } from "./windows.mjs";

const WARM_STEPS = 10;
const WATCHED_MS = 8000;
const LONG_MS = 50;

/**
 * How the page fares while four networks train and every chart is open. On `wasm` nothing of the training is drawn, so
 * that the numbers are the page's own even where WebGL is drawn by the same processor.
 */
export async function measurePage(browser, site, { device, say }) {
  say(`page, training on ${device}`);
  const laboratory = await openLaboratory(browser, `${site}?device=${device}&batchStatistics=true`);
  const { context, page } = laboratory;
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  await playSteps(laboratory, WARM_STEPS);
  let frames;
  await pressPlay(page);
  const trace = await traced(browser, page, async () => {
    frames = await page.evaluate(intervals, WATCHED_MS);
  });
  await context.close();
  const tasks = trace.tasks(PAGE_THREAD);
  return {
    device,
    longestTaskMilliseconds: tasks.reduce((longest, task) => Math.max(longest, task), 0),
    longTasks: tasks.filter((task) => task > LONG_MS).length,
    p95FrameMilliseconds: quantile(frames, 0.95),
  };
}

/** Milliseconds between animation frames, for so long. */
function intervals(duration) {
  return new Promise((done) => {
    const found = [];
    const start = performance.now();
    let before = start;
    const tick = () => {
      const now = performance.now();
      found.push(now - before);
      before = now;
      if (now - start < duration) requestAnimationFrame(tick);
      else done(found);
    };
    requestAnimationFrame(tick);
  });
}
