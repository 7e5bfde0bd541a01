import { formatInteger } from "../../components/prose/format.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import type { RecordedRun } from "../../sim/contract/recorded-run.ts";

/** “24 November 2026”, whatever the visitor’s clock says. */
export function dayWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return day.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

/** For the summary of each chart that a recorded run fills. */
export function recordedWords({ date, steps, device, seed }: RecordedRun): string {
  const where = DEVICE_WORDS[device];
  return `Recorded on ${dayWords(date)} and not computed in this page: ${formatInteger(steps)} steps, seed ${seed}, ${where}.`;
}
