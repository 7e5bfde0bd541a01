/**
 * npm run bench -- [query] [--devices webgl,wasm,cpu] [--steps 50]
 *
 * Milliseconds a step in this machine's browser, for the experiment of a link's query, on each device: the median over
 * the last report after so many steps. NORMSCOPE_GL=own measures the machine's own graphics card.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { preview } from "vite";
import { findBrowser, launchArguments } from "./find-browser.mjs";
import { root, runTool } from "./run-tool.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    devices: { type: "string", default: "webgl,wasm,cpu" },
    steps: { type: "string", default: "50" },
  },
});
const steps = Number(values.steps);
if (!(steps >= 1)) throw new Error(`--steps is "${values.steps}"; it must be a number from 1.`);

if (!existsSync(`${root}dist/index.html`)) await runTool("vite", ["build"], { minutes: 5 });
const server = await preview({ root, preview: { host: "127.0.0.1", port: 4273 } });
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: launchArguments() });
try {
  for (const device of values.devices.split(",")) console.log(await measure(device));
} finally {
  await browser.close();
  await server.close();
}

async function measure(device) {
  const page = await browser.newPage();
  const query = [positionals[0], `device=${device}`].filter(Boolean).join("&");
  await page.goto(`${server.resolvedUrls.local[0]}?${query}`);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForFunction(
    (wanted) => {
      const { step, phase } = window.normscope.read();
      return step >= wanted || phase === "failed" || phase === "finished";
    },
    steps,
    { polling: 500, timeout: 600_000 },
  );
  const reading = await page.evaluate(() => window.normscope.read());
  await page.close();
  if (reading.phase === "failed") return `${device}: failed after ${reading.step} steps`;
  const lanes = reading.lanes.map(({ id }) => id).join(", ");
  const pace = reading.millisecondsPerStep?.toFixed(1);
  return `${reading.device}: ${pace} ms a step at step ${reading.step}, ${reading.tensors} tensors (${lanes})`;
}
