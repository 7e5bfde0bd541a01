import type { SweepFile } from "../../sim/contract/sweep.ts";

// Each file is fetched when its preset is looked at. They are written by our own sweep, and a test reads every one.
const files = import.meta.glob<SweepFile>("../../sim/recorded/*.json", { import: "default" });

/** The sweep that was recorded of a preset; null where there is none yet. */
export async function loadRecorded(preset: string): Promise<SweepFile | null> {
  return (await files[`../../sim/recorded/${preset}.json`]?.()) ?? null;
}
