import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { makeProblem } from "./problem.mjs";

const SCRIPT = fileURLToPath(new URL("torch_step.py", import.meta.url));

/** PyTorch on the processor with one thread, where some `python3` has it; null where none does. */
export async function openTorchPeer() {
  const python = ["python3", "/usr/bin/python3"].find(
    (name) => spawnSync(name, ["-c", "import torch"], { stdio: "ignore" }).status === 0,
  );
  if (!python) return null;
  const child = spawn(python, [SCRIPT], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error("PyTorch ended before it answered");
    return JSON.parse(value);
  };
  const version = await ask(makeProblem());
  return {
    name: `PyTorch ${version}, cpu`,
    losses: (steps) => ask({ losses: steps }),
    time: (steps) => ask({ time: steps }),
    drawsPerStep: () => Promise.resolve(0),
    close: () => child.kill(),
  };
}
