import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { expect, test } from "vitest";
import type { GoldenFile } from "./golden-file.ts";
import { runSuite } from "./run-suite.ts";

const folder = resolve(process.env["NORMSCOPE_GOLDEN"] ?? "sim/golden/vectors");
const wasm = `${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`;

function vectors(): GoldenFile[] {
  if (!existsSync(folder)) throw new Error(`There are no golden vectors in ${folder}.`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => ({
      name: path.split(sep).join("/"),
      text: readFileSync(join(folder, path), "utf8"),
    }));
}

test.each(["cpu", "wasm"] as const)("every golden vector is met on %s", async (device) => {
  const { results, skipped } = await runSuite(vectors(), device, wasm);
  const worst = Math.max(...results.map(({ error, tolerance }) => error / tolerance));
  process.stdout.write(
    `${results.length} quantities on ${device}, the worst at ${worst.toFixed(2)} of its tolerance; skipped: ${skipped.join(", ") || "none"}\n`,
  );
  expect(results.length).toBeGreaterThan(100);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
});
