import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import type { SweepFile, SweepRecord } from "../contract/sweep.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { BadArguments, readArguments, USAGE } from "./arguments.ts";
import type { MergeArguments, SweepArguments } from "./arguments.ts";
import { mergeParts } from "./merge-parts.ts";
import { readSweepFile } from "./read-sweep-file.ts";
import { runLane } from "./run-lane.ts";
import { stampOfToday, sweepFile, sweepText } from "./sweep-file.ts";
import { isOfShard, jobsOf } from "./sweep-jobs.ts";
import type { Job } from "./sweep-jobs.ts";

type FromThread =
  | { readonly type: "progress"; readonly step: number }
  | { readonly type: "record"; readonly record: SweepRecord }
  | { readonly type: "failed"; readonly message: string };

if (isMainThread) await main();
else work();

/** A thread: runs the lanes it is handed, one after another. */
function work(): void {
  prepareDevices(process.env["NORMSCOPE_WASM"] ?? "");
  const say = (message: FromThread): void => parentPort?.postMessage(message);
  parentPort?.on("message", (job: Job) => {
    openDevice(job.device)
      .then(() => runLane(job, (step) => say({ type: "progress", step })))
      .then((record) => say({ type: "record", record }))
      .catch((error: unknown) => say({ type: "failed", message: String(error) }));
  });
}

async function main(): Promise<void> {
  try {
    const options = readArguments(process.argv.slice(2));
    if (options.kind === "merge") merge(options);
    else await sweep(options);
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  }
}

function merge({ parts, out }: MergeArguments): void {
  finish(mergeParts(parts.map((name) => ({ name, file: readSweepFile(name) }))), out);
}

/** Hands out the jobs, and writes the file anew after each, so that an interruption loses little. */
async function sweep(options: SweepArguments): Promise<void> {
  const jobs = jobsOf(options);
  const mine = jobs.map((_, index) => index).filter((index) => isOfShard(index, options.shard));
  const records = new Map<number, SweepRecord>();
  const stamp = stampOfToday();
  const file = (): SweepFile => {
    const inOrder = [...records].sort(([a], [b]) => a - b).map(([, record]) => record);
    return sweepFile(options, stamp, inOrder);
  };
  process.on("SIGINT", () => {
    console.error(`\ninterrupted; ${options.out ?? "nothing"} keeps what is finished`);
    process.exit(130);
  });
  const queue = mine.entries();
  const threads = Math.min(options.jobs ?? availableParallelism(), mine.length);
  const each = Array.from({ length: threads }, async () => {
    const thread = new Worker(new URL(import.meta.url), { argv: [] });
    // The threads share one iterator: each takes the next job that no other has.
    for (const [place, index] of queue) {
      try {
        const name = `[${place + 1}/${mine.length}]`;
        records.set(index, await handOut(thread, jobs[index] as Job, name));
        if (options.out !== null) writeFileSync(options.out, sweepText(file()));
      } catch (error) {
        // One lane that cannot be run does not take the others with it.
        console.error(String(error));
        process.exitCode = 1;
      }
    }
    await thread.terminate();
  });
  await Promise.all(each);
  finish(file(), options.out);
}

function finish(file: SweepFile, out: string | null): void {
  if (out !== null) writeFileSync(out, sweepText(file));
  console.log(file.table.join("\n"));
  console.error(`${file.records.length} records${out === null ? "" : ` in ${out}`}`);
}

/** Gives a thread one job and waits for its record, saying now and then how far it is. */
function handOut(thread: Worker, job: Job, place: string): Promise<SweepRecord> {
  const { seed, steps, lanes } = job.experiment;
  const name = `${place} seed ${seed} ${lanes[job.lane]?.normaliser.id ?? ""}`;
  return new Promise((resolve, reject) => {
    let said = 0;
    const listen = (message: FromThread): void => {
      if (message.type === "progress") {
        const tenth = Math.floor((10 * message.step) / steps);
        if (tenth > said) console.error(`${name}: step ${message.step} of ${steps}`);
        said = Math.max(said, tenth);
        return;
      }
      thread.off("message", listen);
      thread.off("error", reject);
      if (message.type === "failed") reject(new Error(`${name}: ${message.message}`));
      else {
        const loss = message.record.scores.find(({ on }) => on === "held-out")?.value ?? null;
        console.error(`${name}: held-out loss ${loss ?? "not a number"}`);
        resolve(message.record);
      }
    };
    thread.on("message", listen);
    thread.once("error", reject);
    thread.postMessage(job);
  });
}
