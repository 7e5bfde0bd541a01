import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { expect, test } from "@playwright/test";
import { build } from "vite";

interface Compared {
  readonly id: string;
  readonly quantity: string;
  readonly error: number;
  readonly tolerance: number;
  readonly passed: boolean;
}

interface Answer {
  readonly results: readonly Compared[];
  /** Names of what the vectors hold and this project has no counterpart for. */
  readonly skipped: readonly string[];
}

interface GoldenFile {
  readonly name: string;
  readonly text: string;
}

declare global {
  interface Window {
    normscopeGolden: {
      run(files: readonly GoldenFile[], device: "webgl"): Promise<Answer>;
      openHalfFloat(): Promise<string | null>;
      reopen(): Promise<{ names: string[]; heard: boolean }>;
    };
  }
}

const folder = resolve(process.env["NORMSCOPE_GOLDEN"] ?? "sim/golden/vectors");
const script = resolve("node_modules/.cache/normscope/golden/in-browser.js");

test("every golden vector is met on webgl", async ({ page }, info) => {
  test.setTimeout(300_000);
  await bundle();
  await page.goto("about:blank");
  await page.addScriptTag({ path: script });
  const { results, skipped } = await page.evaluate(
    (files) => window.normscopeGolden.run(files, "webgl"),
    vectors(),
  );
  const worst = Math.max(...results.map(({ error, tolerance }) => error / tolerance));
  const summary = `${results.length} quantities on webgl, the worst at ${worst.toFixed(2)} of its tolerance; skipped: ${skipped.join(", ") || "none"}`;
  info.annotations.push({ type: "golden", description: summary });
  process.stdout.write(`${summary}\n`);
  expect(results.length).toBeGreaterThan(0);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
});

test("a device that counts in half floats is refused with a sentence", async ({ page }) => {
  await bundle();
  await page.goto("about:blank");
  await page.addScriptTag({ path: script });
  const sentence = await page.evaluate(() => window.normscopeGolden.openHalfFloat());
  expect(sentence).toMatch(/WebGL counts with \d+ bits after the point here, where float32 has 23/);
});

test("a device that was let go opens again, and its loss is heard of", async ({ page }) => {
  await bundle();
  await page.goto("about:blank");
  await page.addScriptTag({ path: script });
  const { names, heard } = await page.evaluate(() => window.normscopeGolden.reopen());
  expect(names).toEqual(["webgl", "webgl"]);
  expect(heard).toBe(true);
});

/** One script without imports, since a blank page has nowhere to import from. */
async function bundle(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    resolve: { dedupe: ["@tensorflow/tfjs-core"] },
    build: {
      outDir: resolve(script, ".."),
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { output: { codeSplitting: false } },
      lib: {
        entry: resolve("sim/golden/in-browser.ts"),
        formats: ["iife"],
        name: "normscopeGoldenBundle",
        fileName: () => "in-browser.js",
      },
    },
  });
}

function vectors(): GoldenFile[] {
  if (!existsSync(folder)) throw new Error(`There are no golden vectors in ${folder}.`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => ({
      name: path.split(sep).join("/"),
      text: readFileSync(join(folder, path), "utf8"),
    }));
}
