import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";

export interface GoldenFile {
  readonly name: string;
  readonly text: string;
}

/** What lies in a room, on a blank page: one script without imports, since there is nowhere to import from. */
export async function openOnBlankPage(page: Page, room: "golden" | "twins"): Promise<void> {
  const outDir = resolve("node_modules/.cache/normscope", room);
  await build({
    configFile: false,
    logLevel: "warn",
    resolve: { dedupe: ["@tensorflow/tfjs-core"] },
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { output: { codeSplitting: false } },
      lib: {
        entry: resolve("sim", room, "in-browser.ts"),
        formats: ["iife"],
        name: "normscopeBundle",
        fileName: () => "in-browser.js",
      },
    },
  });
  await page.goto("about:blank");
  await page.addScriptTag({ path: join(outDir, "in-browser.js") });
}

/** The golden vectors of this project, or those of the folder that NORMSCOPE_GOLDEN names. */
export function goldenVectors(): GoldenFile[] {
  const folder = resolve(process.env["NORMSCOPE_GOLDEN"] ?? "sim/golden/vectors");
  if (!existsSync(folder)) throw new Error(`There are no golden vectors in ${folder}.`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => ({
      name: path.split(sep).join("/"),
      text: readFileSync(join(folder, path), "utf8"),
    }));
}
