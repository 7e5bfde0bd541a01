import type { DeviceReport } from "../contract/device.ts";
import { SLOW_STEP_MS } from "../contract/slow-step.ts";
import type { Lockstep } from "../train/lockstep.ts";

interface EstimateParts {
  readonly device: Pick<DeviceReport, "name" | "software">;
  /** Steps are recorded and replayed: the first time is not like the others. */
  readonly replays: boolean;
  readonly now: () => number;
}

/**
 * Makes the first step ready, and says about how many milliseconds a step takes on this device: as long as one took that
 * changed nothing. On a processor where the first pass says that it would take long, that is believed instead, and nothing
 * is tried that nobody has asked for.
 */
export async function warmAndEstimate(
  lockstep: Pick<Lockstep, "warm" | "roughMilliseconds">,
  { device, replays, now }: EstimateParts,
): Promise<number> {
  const isHardware = device.name === "webgl" && !device.software;
  if (!isHardware && lockstep.roughMilliseconds > SLOW_STEP_MS) return lockstep.roughMilliseconds;
  if (replays) await lockstep.warm();
  const start = now();
  await lockstep.warm();
  return now() - start;
}
