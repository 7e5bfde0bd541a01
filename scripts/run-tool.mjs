import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
/** Where reports of tools go; nothing here needs keeping. */
export const cache = `${root}node_modules/.cache/normscope/`;

/** The programs behind the commands, run by Node directly: no shell, no prompt, the same on every system. */
export const TOOLS = {
  tsc: "node_modules/typescript/bin/tsc",
  oxlint: "node_modules/oxlint/bin/oxlint",
  prettier: "node_modules/prettier/bin/prettier.cjs",
  knip: "node_modules/knip/bin/knip.js",
  vite: "node_modules/vite/bin/vite.js",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

/** A tool that does not go when asked is ended after this long. */
const PATIENCE_MS = 10_000;

/**
 * Runs one tool with its output passed through and nothing to read from. Ends it, and whatever it started, when its
 * minutes are over. Resolves to its exit code, or null when it was ended.
 */
export function runTool(tool, parameters, { minutes, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}${TOOLS[tool]}`, ...parameters], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      // Its own process group, so that its children can be ended with it.
      detached: process.platform !== "win32",
    });
    let interrupted = false;
    const interrupt = () => {
      interrupted = true;
      end(child);
    };
    const limit = setTimeout(() => {
      console.error(`${tool} was ended: it ran longer than ${minutes} minutes.`);
      end(child);
    }, minutes * 60_000);
    process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
    child.on("close", (code) => {
      clearTimeout(limit);
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      if (interrupted) process.exit(130);
      resolve(code);
    });
  });
}

/** Asks first, since Playwright then takes its server and browser down. */
function end(child) {
  signalTree(child.pid, "SIGINT");
  const insist = setTimeout(() => signalTree(child.pid, "SIGKILL"), PATIENCE_MS);
  child.on("close", () => clearTimeout(insist));
}

function signalTree(pid, signal) {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: it ended by itself in the meantime.
    if (error.code !== "ESRCH") throw error;
  }
}

/** Vitest with its words for people and its counts for us. */
export async function runVitest(parameters, options) {
  const report = `${cache}vitest.json`;
  rmSync(report, { force: true });
  const code = await runTool(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...parameters],
    options,
  );
  return { code, report: readReport(report) };
}

/** Playwright likewise. */
export async function runPlaywright(parameters, options) {
  const report = `${cache}playwright.json`;
  rmSync(report, { force: true });
  const code = await runTool("playwright", ["test", "--reporter=list,json", ...parameters], {
    ...options,
    env: { ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return { code, report: readReport(report) };
}

/** Null when a tool ended before it could write one. */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}
