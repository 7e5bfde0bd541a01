import type { FailureCode, FromSim, RunId } from "../contract/protocol.ts";
import { DeviceRefused } from "../tensor/device.ts";

/** What went wrong, as a message: the world's fault in its own sentence, or our mistake in the error's words. */
export function failure(run: RunId, error: unknown): FromSim {
  const code: FailureCode = error instanceof DeviceRefused ? "device" : "bug";
  const detail = error instanceof Error ? error.message : String(error);
  return { type: "failed", run, code, detail };
}

/** The graphics hardware was taken away: by a driver's reset, a sleeping machine, or too many pages that draw. */
export function lost(run: RunId): FromSim {
  const detail =
    "The browser took the graphics device away, and with it this run. Try again, or use WebAssembly.";
  return { type: "failed", run, code: "device", detail };
}
