import { PROBE } from "../probe.mjs";
import { PAGE_THREAD, traced } from "../trace.mjs";

/** One library on one device, in a page of its own: what `run-peers.mjs` asks of a peer. */
export async function openBrowserPeer(browser, site, library, device) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript({ content: PROBE });
  await page.goto(site);
  await page.waitForFunction(() => globalThis.peers !== undefined);
  await page.evaluate(
    ([library, device]) => globalThis.peers.open(library, device),
    [library, device],
  );
  const draws = () => page.evaluate(() => globalThis.probe.read().draws);
  return {
    name: `${library}, ${device}`,
    losses: (steps) => page.evaluate((count) => globalThis.peers.losses(count), steps),
    async time(steps) {
      await page.bringToFront();
      let byTheClock;
      const trace = await traced(browser, page, async () => {
        byTheClock = await page.evaluate((count) => globalThis.peers.time(count), steps);
      });
      const processor = trace.tasks(PAGE_THREAD).reduce((sum, each) => sum + each, 0) / steps;
      return { byTheClock, processor };
    },
    async drawsPerStep(steps) {
      const before = await draws();
      await page.evaluate((count) => globalThis.peers.time(count), steps);
      return ((await draws()) - before) / steps;
    },
    close: () => context.close(),
  };
}
