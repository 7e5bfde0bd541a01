/**
 * node scripts/run-in-node.mjs <entry.ts> [arguments…]
 *
 * Bundles a TypeScript entry into one file and runs it in this very process, so that signals, the exit code and
 * standard streams are the entry's own. TensorFlow.js is inlined from its ES modules: left outside, Node would load
 * its CommonJS twin beside them, and there would be two engines that do not know each other's tensors.
 *
 * The file may start `new Worker(new URL(import.meta.url))` on itself. `NORMSCOPE_WASM` tells it where the .wasm files are.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// The glue around the .wasm files is CommonJS at heart and asks where it lies.
const COMMONJS_NAMES = "const __filename = import.meta.filename, __dirname = import.meta.dirname;";

const root = fileURLToPath(new URL("..", import.meta.url));
const [entry, ...rest] = process.argv.slice(2);

if (entry === undefined || !existsSync(entry)) {
  console.error(
    `run-in-node needs a TypeScript file to run; got ${entry === undefined ? "nothing" : `"${entry}", which does not exist`}.`,
  );
  process.exit(2);
}

const bundle = await bundled(resolve(entry));
process.argv = [process.argv[0], bundle, ...rest];
process.env.NORMSCOPE_WASM ??= join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist/");
await import(pathToFileURL(bundle).href);

/** Builds the entry; the file is named by its content, so that runs at the same time never overwrite each other. */
async function bundled(entryPath) {
  const { build } = await import("vite");
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, target: "node" },
    resolve: { dedupe: ["@tensorflow/tfjs-core"] },
    build: {
      ssr: entryPath,
      target: "node20",
      write: false,
      rolldownOptions: { output: { codeSplitting: false, banner: COMMONJS_NAMES } },
    },
  });
  const [{ code }] = result.output.filter(({ type }) => type === "chunk");
  const name = basename(entryPath).replace(/\.\w+$/, "");
  const folder = join(root, "node_modules/.cache/normscope", name);
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const file = join(folder, `${hash}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, code);
    renameSync(unfinished, file);
  }
  return file;
}
