import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../app/take-home/open-file.ts";
import { modulesSource, pytorchFile } from "../app/take-home/pytorch-file.ts";
import { PYTORCH_MODULES } from "../app/take-home/pytorch-modules.ts";
import { catalogue } from "../sim/catalogue.ts";

const VECTORS = "sim/golden/vectors";
const STORED = "e2e/recorded-by-pytorch.jsonl";
const MINUTES = 60_000;

/** A Python that has PyTorch: the one in NORMSCOPE_PYTHON, or the first of the usual ones. */
const python = [process.env["NORMSCOPE_PYTHON"], "python3", "/usr/bin/python3"].find(
  (name) => name !== undefined && spawnSync(name, ["-c", "import torch"]).status === 0,
);
if (!python)
  process.stdout.write(
    "skipped: no Python with PyTorch here (NORMSCOPE_PYTHON, python3, /usr/bin/python3), so the export is not run\n",
  );

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "normscope-pytorch-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(script: string, ...parameters: readonly string[]): unknown {
  const output = execFileSync(python ?? "", [`scripts/pytorch/${script}`, ...parameters], {
    encoding: "utf8",
  });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}

/** Every number of every step, whatever it is called. */
function numbersOf(path: string): number[] {
  const steps = readFileSync(path, "utf8").split("\n").slice(1).join("");
  return Array.from(steps.matchAll(/[-\d.]+(?:e[-+]?\d+)?(?=[,\]}])/g), ([digits]) =>
    Number(digits),
  );
}

/** A file with every module there is. */
function exported(): string {
  const path = join(folder, "exported.py");
  writeFileSync(path, modulesSource(Object.keys(PYTORCH_MODULES)));
  return path;
}

describe.skipIf(!python)("the export for PyTorch, run with PyTorch on the processor", () => {
  it(
    "gives the golden vectors’ numbers, and a recording that opens",
    async () => {
      const recording = join(folder, "recording.jsonl");
      const result = run("check_golden.py", exported(), VECTORS, recording);
      process.stdout.write(`golden vectors in PyTorch: ${JSON.stringify(result)}\n`);
      expect(result).toMatchObject({ failed: [] });
      const bytes = new Blob([readFileSync(recording)]);
      const file = await openFile({ path: "recording.jsonl", bytes });
      expect(file).toMatchObject({ kind: "recording", recording: { title: "The golden batches" } });
      // The journey through the page opens the same steps as they were recorded once.
      expect(numbersOf(recording)).toHaveLength(numbersOf(STORED).length);
      numbersOf(recording).forEach((number, i) => {
        expect(number).toBeCloseTo(numbersOf(STORED)[i] ?? Number.NaN, 6);
      });
    },
    3 * MINUTES,
  );

  it(
    "records on two processes what it records on one of the whole batch",
    () => {
      const result = run("check_processes.py", exported(), folder);
      process.stdout.write(`two processes against one: ${JSON.stringify(result)}\n`);
      expect(result).toMatchObject({ processes: 2 });
      expect((result as { readonly largest: number }).largest).toBeLessThan(1e-9);
    },
    3 * MINUTES,
  );

  it(
    "is a file that Python reads for every preset, with a module a lane or a word why not",
    () => {
      const paths = catalogue.presets.map(({ experiment, id }) => {
        const path = join(folder, `${id}.py`);
        writeFileSync(path, pytorchFile(experiment, "https://example.org/", new Date(0)));
        return path;
      });
      const script = `import runpy, sys
for path in sys.argv[1:]:
    lanes = runpy.run_path(path)["LANES"]
    for make in lanes.values(): make(8)
    print(len(lanes))`;
      const output = execFileSync(python ?? "", ["-c", script, ...paths], { encoding: "utf8" });
      const counts = output.trim().split("\n").map(Number);
      expect(counts).toHaveLength(paths.length);
      expect(Math.min(...counts)).toBeGreaterThan(0);
    },
    3 * MINUTES,
  );
});
