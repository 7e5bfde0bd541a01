// Runs before `npm start` and `npm test`: installs the packages when they are missing or out of date.
// It leans on nothing but Node, since it runs when there is nothing else yet.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isAtLeast, isUpToDate } from "./installed.mjs";

const LEAST_NODE = "20.19";
const root = fileURLToPath(new URL("..", import.meta.url));

if (!isAtLeast(process.version, LEAST_NODE)) {
  console.error(
    `Normscope needs Node ${LEAST_NODE} or later; this is ${process.version}. Install it from https://nodejs.org and try again.`,
  );
  process.exit(1);
}

const installed = readJson("node_modules/.package-lock.json");
if (installed === null || !isUpToDate(readJson("package-lock.json"), installed)) {
  console.log("Installing the packages (npm ci); this happens once.");
  install();
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(`${root}${path}`, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function install() {
  // npm says where it is itself; as a script it starts the same way on every system.
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [npm, "ci"], { cwd: root, stdio: "inherit" })
    : spawnSync("npm ci", { cwd: root, stdio: "inherit", shell: true });
  if (status === 0) return;
  const why = error ? `: ${error.message}` : ` (exit code ${status})`;
  console.error(`The packages could not be installed${why}. The lines above say what npm met.`);
  process.exit(1);
}
