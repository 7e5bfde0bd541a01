/**
 * npm run record [-- <preset>…]
 *
 * Runs the sweeps in sim/recorded once more, one after another, each by the command that its file names; without a name,
 * all of them. A file is replaced only when its sweep has come to its end.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "sim/recorded");
const recorded = readdirSync(folder).flatMap((name) =>
  name.endsWith(".json") ? [name.slice(0, -".json".length)] : [],
);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !recorded.includes(name));
if (unknown !== undefined) {
  console.error(`"${unknown}" is not recorded; expected of ${recorded.join(", ")}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : recorded) record(name);

function record(name) {
  const file = join(folder, `${name}.json`);
  const unfinished = `${file}.unfinished`;
  const { command } = JSON.parse(readFileSync(file, "utf8"));
  console.error(command);
  const words = command.replace("npm run sweep -- ", "").split(" ");
  const { status } = spawnSync(
    process.execPath,
    ["scripts/run-in-node.mjs", "sim/cli/sweep.ts", ...words, "--out", unfinished],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) {
    rmSync(unfinished, { force: true });
    console.error(`${name} was not recorded; its file is as it was.`);
    process.exit(status ?? 1);
  }
  renameSync(unfinished, file);
}
