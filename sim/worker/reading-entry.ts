import { DataRefused } from "../contract/data-refused.ts";
import type { FromReader, OwnFile, ToReader } from "../contract/own-data.ts";
import { readOwnData } from "../data/own/read-own-data.ts";
import { browserPlatform } from "./browser-platform.ts";

/** Often enough for an eye, and not for every file of fifty thousand. */
const PROGRESS_EVERY_MS = 50;

const files: OwnFile[] = [];

/** A worker of its own: whatever a file does to it, no run is disturbed, and to stop reading is to end it. */
self.addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  files.push(...data.files);
  if (data.isLast) void read();
});

async function read(): Promise<void> {
  let said = Number.NEGATIVE_INFINITY;
  const say = (doing: string, done: number, of: number): void => {
    if (performance.now() - said < PROGRESS_EVERY_MS) return;
    said = performance.now();
    post({ type: "progress", doing, done, of });
  };
  try {
    post({ type: "read", data: await readOwnData(files, browserPlatform(), say) });
  } catch (error) {
    if (error instanceof DataRefused) post({ type: "refused", sentence: error.message });
    // So the page hears of it; a promise that is broken here is not an error of the worker.
    else reportError(error);
  }
}

function post(message: FromReader): void {
  self.postMessage(message);
}
