import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Not the page’s: what hosts read, pictures for other sites, and the worker itself. */
const NOT_KEPT = /^(?:sw\.js|404\.html|_headers|card\.png|preset\/.*)$/;

/** Writes `sw.js` beside the built page: `service-worker.js`, with every file there is and a name for them all. */
export function worksOffline(): Plugin {
  let folder = "";
  return {
    name: "works-offline",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: () => {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .map((file) => file.replaceAll("\\", "/"))
        .filter((file) => !NOT_KEPT.test(file))
        .sort();
      const script = readFileSync(join(import.meta.dirname, "service-worker.js"), "utf8");
      const hash = createHash("sha256").update(script);
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
      const version = hash.digest("hex").slice(0, 16);
      writeFileSync(join(folder, "sw.js"), filledIn(script, ["./", ...files], version));
    },
  };
}

function filledIn(script: string, files: readonly string[], version: string): string {
  const [list, name] = ["const FILES = [];", 'const VERSION = "";'];
  if (!script.includes(list) || !script.includes(name))
    throw new Error("service-worker.js has no FILES or VERSION to fill in");
  return script
    .replace(list, `const FILES = ${JSON.stringify(files)};`)
    .replace(name, `const VERSION = ${JSON.stringify(version)};`);
}
