/**
 * What a visitor's first load weighs in JavaScript, and the limits it has to keep. Counted as a host sends it, in kB
 * (1,000 bytes) of gzip at its usual level. The .wasm binary is no JavaScript and is counted apart.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export const LIMITS = { page: 130, worker: 220 };

/**
 * Parts of the worker that are fetched on request, and still belong to a first load: the devices that `auto` may try, and
 * the data of the first preset. `cpu`, and the data of other tasks, come only when they are asked for.
 */
const FIRST = ["webgl", "wasm", "open-translation"];

const STATIC = /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g;
const DYNAMIC = /import\(\s*[`"']\.\/([\w.-]+\.js)[`"']\s*\)/g;

/** Sizes of a built page: `{ page, worker, wasm }`, each `{ kilobytes, files: [{ name, kilobytes }] }`. */
export function bundleSizes(folder) {
  const assets = join(folder, "assets");
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const [, index] = html.match(/<script[^>]+src="[^"]*\/([\w.-]+\.js)"/) ?? [];
  const entry = readdirSync(assets).find((name) => /^entry-.*\.js$/.test(name));
  if (!index || !entry)
    throw new Error(`${folder} holds no built page with a worker: build it first (npm run build).`);
  const lazy = found(assets, entry, DYNAMIC);
  const first = FIRST.map((part) => {
    const name = lazy.find((candidate) => candidate.startsWith(`${part}-`));
    if (name) return name;
    throw new Error(
      `The worker (${entry}) fetches no "${part}": say in FIRST what it fetches now.`,
    );
  });
  return {
    page: weighed(assets, reached(assets, [index])),
    worker: weighed(assets, reached(assets, [entry, ...first])),
    wasm: weighed(
      assets,
      readdirSync(assets).filter((name) => /simd.*\.wasm$/.test(name)),
    ),
  };
}

/** A sentence for each limit that is passed. */
export function overLimits(sizes, limits = LIMITS) {
  return Object.entries(limits).flatMap(([part, limit]) =>
    sizes[part].kilobytes > limit
      ? [
          `The ${part} is ${sizes[part].kilobytes.toFixed(1)} kB of JavaScript, and its limit is ${limit} kB: import what is not needed at once lazily.`,
        ]
      : [],
  );
}

/** These files and whatever they import at once. */
function reached(assets, names) {
  const all = new Set(names);
  for (const name of all) for (const next of found(assets, name, STATIC)) all.add(next);
  return [...all];
}

/** Names that a chunk imports; what is not a file beside it is only a string that looks like one. */
function found(assets, name, pattern) {
  const text = readFileSync(join(assets, name), "utf8");
  return [...text.matchAll(pattern)]
    .map(([, imported]) => imported)
    .filter((imported) => existsSync(join(assets, imported)));
}

function weighed(assets, names) {
  const files = names.map((name) => ({
    name,
    kilobytes: gzipSync(readFileSync(join(assets, name))).length / 1000,
  }));
  return { kilobytes: files.reduce((sum, { kilobytes }) => sum + kilobytes, 0), files };
}
