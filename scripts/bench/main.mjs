/**
 * npm run bench -- [--device webgl] [--experiments paper-order,paper-figure-2,resnet-20] [--repeats 5] [--loads 3]
 *                  [--json file] [--note "what changed"]
 * npm run bench -- --peers
 *
 * What a step costs on this machine, on both engines in turns; what a first load costs; how the page fares meanwhile.
 * `scripts/bench/README.md` says how each number is taken. NORMSCOPE_GL=own measures the machine's own graphics card.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { preview } from "vite";
import { findBrowser, launchArguments } from "../find-browser.mjs";
import { cache, root, runTool } from "../run-tool.mjs";
import { EXPERIMENTS } from "./experiments.mjs";
import { appendHistory, lastResult, regressions } from "./history.mjs";
import { measureLoad } from "./measure-load.mjs";
import { measurePage } from "./measure-page.mjs";
import { measureSteps } from "./measure-steps.mjs";
import { runPeers } from "./peers/run-peers.mjs";
import { printLoad, printPeers, printPage, printSteps } from "./print.mjs";

const { values } = parseArgs({
  options: {
    device: { type: "string", default: "webgl" },
    experiments: { type: "string", default: Object.keys(EXPERIMENTS).join(",") },
    repeats: { type: "string", default: "5" },
    loads: { type: "string", default: "3" },
    json: { type: "string" },
    note: { type: "string" },
    peers: { type: "boolean", default: false },
  },
});
const ids = values.experiments.split(",");
const unknown = ids.find((id) => !Object.hasOwn(EXPERIMENTS, id));
if (unknown !== undefined)
  throw new Error(
    `--experiments names "${unknown}"; there are ${Object.keys(EXPERIMENTS).join(", ")}.`,
  );
const { device } = values;
const repeats = count("repeats");
const say = (sentence) => console.error(`· ${sentence}`);

const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: launchArguments() });
try {
  if (values.peers) await benchPeers();
  else await benchPage();
} finally {
  await browser.close();
}

async function benchPeers() {
  const peers = await runPeers(browser, { say });
  printPeers(peers);
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ commit: commit(), peers }, null, 2)}\n`);
}

async function benchPage() {
  // A folder of its own, so that measuring disturbs nobody who serves dist/.
  const folder = `${cache}bench-page`;
  const build = ["build", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  if ((await runTool("vite", build, { minutes: 5 })) !== 0)
    throw new Error("there is no page to measure: the build failed");
  const server = await preview({
    root,
    build: { outDir: folder },
    logLevel: "warn",
    preview: { host: "127.0.0.1", port: 4273 },
  });
  try {
    report(await measure(server.resolvedUrls.local[0], folder));
  } finally {
    await server.close();
  }
}

async function measure(site, folder) {
  const load = await measureLoad(browser, site, folder, { device, repeats: count("loads"), say });
  printLoad(load);
  const experiments = {};
  for (const id of ids) {
    say(id);
    experiments[id] = await measureSteps(browser, site, EXPERIMENTS[id], { device, repeats, say });
    printSteps(id, experiments[id]);
  }
  const page = await measurePage(browser, site, { device: "wasm", say });
  printPage(page);
  const pageOnDevice = device === "wasm" ? page : await measurePage(browser, site, { device, say });
  if (pageOnDevice !== page) printPage(pageOnDevice);
  return { commit: commit(), device, experiments, load, page, pageOnDevice };
}

function report(result) {
  for (const sentence of regressions(result, lastResult(device))) console.log(sentence);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  if (values.note) appendHistory(result, values.note);
}

function count(name) {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} is "${values[name]}"; it must be a whole number from 1.`);
  return number;
}

function commit() {
  const name = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root });
  return name.toString().trim();
}
