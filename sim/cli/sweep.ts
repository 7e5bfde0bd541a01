import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { BadArguments, readArguments, USAGE } from "./arguments.ts";
import type { SweepArguments } from "./arguments.ts";
import { runLane } from "./run-lane.ts";
import type { Job, SweepRecord } from "./run-lane.ts";

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

/** The first thread: hands out the jobs, and writes the file anew after each, so that an interruption loses little. */
async function main(): Promise<void> {
  let options: SweepArguments;
  try {
    options = readArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const jobs = jobsOf(options);
  const records: (SweepRecord | null)[] = jobs.map(() => null);
  const save = (): void =>
    writeFileSync(options.out, `${JSON.stringify(records.filter(Boolean), null, 1)}\n`);
  process.on("SIGINT", () => {
    console.error(`\ninterrupted; ${options.out} keeps what is finished`);
    process.exit(130);
  });
  let next = 0;
  const threads = Math.min(options.jobs ?? availableParallelism(), jobs.length);
  const each = Array.from({ length: threads }, async () => {
    const thread = new Worker(new URL(import.meta.url), { argv: [] });
    while (next < jobs.length) {
      const index = next++;
      try {
        records[index] = await handOut(thread, jobs[index] as Job, `${index + 1}/${jobs.length}`);
        save();
      } catch (error) {
        // One lane that cannot be run does not take the others with it.
        console.error(String(error));
        process.exitCode = 1;
      }
    }
    await thread.terminate();
  });
  await Promise.all(each);
  console.error(`${records.filter(Boolean).length} records in ${options.out}`);
}

function jobsOf({ preset, experiment, seeds, device }: SweepArguments): Job[] {
  const version = process.env["npm_package_version"] ?? "unknown";
  return seeds.flatMap((seed) =>
    experiment.lanes.map((_, lane) => ({
      preset: preset.id,
      experiment: { ...experiment, seed },
      lane,
      device,
      version,
    })),
  );
}

/** Gives a thread one job and waits for its record, saying now and then how far it is. */
function handOut(thread: Worker, job: Job, place: string): Promise<SweepRecord> {
  const lane = job.experiment.lanes[job.lane]?.normaliser.id ?? "";
  const name = `[${place}] seed ${job.experiment.seed} ${lane}`;
  return new Promise((resolve, reject) => {
    let said = 0;
    const listen = (message: FromThread): void => {
      if (message.type === "progress") {
        const tenth = Math.floor((10 * message.step) / job.experiment.steps);
        if (tenth > said) console.error(`${name}: step ${message.step} of ${job.experiment.steps}`);
        said = Math.max(said, tenth);
        return;
      }
      thread.off("message", listen);
      thread.off("error", reject);
      if (message.type === "failed") reject(new Error(`${name}: ${message.message}`));
      else {
        const { running } = message.record.loss.heldOut;
        console.error(`${name}: held-out loss ${running?.toFixed(4) ?? "not a number"}`);
        resolve(message.record);
      }
    };
    thread.on("message", listen);
    thread.once("error", reject);
    thread.postMessage(job);
  });
}
