import type { RecordedRun } from "../../sim/contract/recorded-run.ts";
import { recordingOf } from "./recording.ts";
import type { Recording } from "./recording.ts";

// Each file is fetched when its preset is opened, beside the page and not before it. A test reads every one.
const files = import.meta.glob<RecordedRun>("../../sim/recorded/runs/*.json", {
  import: "default",
});

/** The run that was recorded of a preset; null where there is none. */
export async function loadRecordedRun(preset: string): Promise<Recording | null> {
  const run = await files[`../../sim/recorded/runs/${preset}.json`]?.();
  return run ? recordingOf(run) : null;
}
