/**
 * npm run record [-- <preset>…]          sweeps, of which `sim/recorded` holds one a preset
 * npm run record -- --runs [<preset>…]   single runs, of which `sim/recorded/runs` does: the page opens on them
 *
 * Records once more what is there, one after another; without a name, all of it. A sweep is made by the command that its
 * file names. A preset that is named gets a recorded run though it had none. A file is replaced only when its recording has
 * come to its end.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const sweeps = join(root, "sim/recorded");
const runs = join(sweeps, "runs");
const words = process.argv.slice(2);
const asked = words.filter((word) => word !== "--runs");
if (words.includes("--runs")) {
  const known = namesIn(join(root, "sim/presets"), ".ts");
  refuseUnknown(known);
  for (const name of asked.length > 0 ? asked : namesIn(runs, ".json")) recordRun(name);
} else {
  const known = namesIn(sweeps, ".json");
  refuseUnknown(known);
  for (const name of asked.length > 0 ? asked : known) recordSweep(name);
}

function recordSweep(name) {
  const file = join(sweeps, `${name}.json`);
  const { command } = JSON.parse(readFileSync(file, "utf8"));
  console.error(command);
  const options = command.replace("npm run sweep -- ", "").split(" ");
  record(file, (unfinished) => ["sim/cli/sweep.ts", ...options, "--out", unfinished]);
}

function recordRun(name) {
  mkdirSync(runs, { recursive: true });
  const file = join(runs, `${name}.json`);
  record(file, (unfinished) => ["sim/cli/record.ts", name, unfinished]);
}

function record(file, programOf) {
  const unfinished = `${file}.unfinished`;
  const program = ["scripts/run-in-node.mjs", ...programOf(unfinished)];
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    rmSync(unfinished, { force: true });
    console.error(`${file} was not recorded; it is as it was.`);
    process.exit(status ?? 1);
  }
  renameSync(unfinished, file);
}

function namesIn(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    name.endsWith(ending) && name !== `build${ending}` ? [name.slice(0, -ending.length)] : [],
  );
}

function refuseUnknown(known) {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  console.error(`"${unknown}" is not to be recorded; expected of ${known.join(", ")}.`);
  process.exit(2);
}
