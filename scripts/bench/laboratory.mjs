/** The built page in a browser, driven as a learner would, with or without the probe in its worker. */
import { PROBE } from "./probe.mjs";

const LEAST_QUIET_MS = 300;
const POLL = { polling: 50, timeout: 600_000 };

/** Opens a link in a context of its own, so that nothing is cached, and waits until its networks stand. */
export async function openLaboratory(browser, address, { isProbed = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  if (isProbed)
    await page.route("**/assets/entry-*.js", async (route) => {
      const response = await route.fetch();
      const body = `${PROBE}\n${await response.text()}`;
      await route.fulfill({ response, body });
    });
  await page.goto(address);
  await page.waitForFunction(
    () => ["ready", "failed"].includes(window.normscope?.read().phase),
    undefined,
    POLL,
  );
  const secondsToReady = (await page.evaluate(() => performance.now())) / 1000;
  await refuseFailure(page);
  return { context, page, secondsToReady };
}

/** Presses Play, and insists where the page first asks whether so slow an experiment is meant. */
export async function pressPlay(page) {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const anyway = page.getByRole("button", { name: "Play anyway", exact: true });
  if (await anyway.isVisible()) await anyway.click();
}

/** Plays until so many more steps are taken, pauses, and waits until the last is reported. */
export async function playSteps({ page }, steps) {
  const { step } = await page.evaluate(() => window.normscope.read());
  await pressPlay(page);
  await page.waitForFunction(
    (wanted) => {
      const { step, phase } = window.normscope.read();
      return step >= wanted || phase === "failed" || phase === "finished";
    },
    step + steps,
    POLL,
  );
  await refuseFailure(page);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await settled(page);
}

/** The probe's totals in this page's worker. */
export async function readProbe({ page }) {
  const [worker] = page.workers();
  return worker.evaluate(() => self.probe.read());
}

/**
 * A step that was under way when Pause was pressed is still taken and reported, and the worker answers meanwhile, since
 * it only waits for the device: what was counted must not end between the two. So there is quiet only when nothing has
 * been reported for three times as long as a step takes.
 */
async function settled(page) {
  const [worker] = page.workers();
  for (let before = -1; ;) {
    const { step, millisecondsPerStep } = await page.evaluate(() => window.normscope.read());
    if (step === before) return;
    before = step;
    const quiet = Math.max(LEAST_QUIET_MS, 3 * (millisecondsPerStep ?? 0));
    await worker.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), quiet);
  }
}

async function refuseFailure(page) {
  const { phase, step } = await page.evaluate(() => window.normscope.read());
  if (phase !== "failed") return;
  const alerts = await page.getByRole("alert").allTextContents();
  throw new Error(`${page.url()} failed after ${step} steps: ${alerts.join(" ")}`);
}
