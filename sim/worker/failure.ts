import { DataRefused } from "../contract/data-refused.ts";
import type { FromSim, RunId } from "../contract/protocol.ts";
import { DeviceLost, isDeviceLost, troubleOf } from "../tensor/device-trouble.ts";

/** What went wrong, as a message: the world's fault in a sentence, or our mistake in the error's words. */
export function failure(run: RunId, error: unknown): FromSim {
  // What is asked of a lost device fails before the browser has said that it is lost.
  if (error instanceof DeviceLost || isDeviceLost()) return lost(run);
  if (error instanceof DataRefused)
    return { type: "failed", run, code: "data", detail: error.message };
  const trouble = troubleOf(error);
  const code = trouble === null ? "bug" : "device";
  const detail = trouble ?? (error instanceof Error ? error.message : String(error));
  return { type: "failed", run, code, detail };
}

/** The graphics hardware was taken away: by a driver's reset, a sleeping machine, or too many pages that draw. */
export function lost(run: RunId): FromSim {
  const detail = "The browser took the graphics device away.";
  return { type: "failed", run, code: "lost", detail };
}
