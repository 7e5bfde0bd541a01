import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundleSizes, overLimits } from "./bundle-sizes.mjs";

const PAGE: Readonly<Record<string, string>> = {
  "index.html": '<script type="module" crossorigin src="./assets/index-1.js"></script>',
  "assets/index-1.js": 'import"./shared-1.js";import(`./card-1.js`)',
  "assets/shared-1.js": "",
  "assets/card-1.js": "",
  "assets/entry-1.js":
    'import{a}from"./core-1.js";import(`./webgl-1.js`);import(`./wasm-1.js`);import(`./cpu-1.js`);import(`./open-translation-1.js`)',
  "assets/core-1.js": "",
  "assets/webgl-1.js": 'import{b}from"./core-1.js";import{c}from"./entry-1.js"',
  "assets/wasm-1.js": 'console.log("import(`./no-such-file.js`)")',
  "assets/cpu-1.js": "",
  "assets/open-translation-1.js": "",
  "assets/tfjs-backend-wasm-simd-1.wasm": "",
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "normscope-sizes-"));
  mkdirSync(join(folder, "assets"));
  for (const [name, text] of Object.entries(PAGE)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a first load is what is imported at once, and the lazy parts that every visit needs", () => {
  const { page, worker, wasm } = bundleSizes(folder);
  const names = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);
  expect(names(page.files).toSorted()).toEqual(["index-1.js", "shared-1.js"]);
  expect(names(worker.files).toSorted()).toEqual([
    "core-1.js",
    "entry-1.js",
    "open-translation-1.js",
    "wasm-1.js",
    "webgl-1.js",
  ]);
  expect(names(wasm.files)).toEqual(["tfjs-backend-wasm-simd-1.wasm"]);
});

test("a limit that is passed is named with what was found", () => {
  const sizes = bundleSizes(folder);
  expect(overLimits(sizes)).toEqual([]);
  const [sentence, ...others] = overLimits(sizes, { page: 0, worker: 220 });
  expect(sentence).toMatch(/^The page is 0\.\d kB of JavaScript, and its limit is 0 kB/);
  expect(others).toEqual([]);
});

test("a worker that no longer fetches a part of the first load is said so, and not counted as small", () => {
  writeFileSync(join(folder, "assets/entry-1.js"), "import(`./wasm-1.js`)");
  expect(() => bundleSizes(folder)).toThrow('fetches no "webgl"');
});
