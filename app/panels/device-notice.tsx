import { useState } from "react";
import { Notice } from "../../components/frame/notice.tsx";
import type { DeviceName, DeviceReport } from "../../sim/contract/device.ts";
import { usePage } from "../store/hooks.ts";

const MEANING: Readonly<Record<DeviceName, string>> = {
  webgl: "The networks train on WebGL, drawn by the processor.",
  wasm: "The networks train on WebAssembly, on the processor: slower than graphics hardware, with the same numbers to rounding.",
  cpu: "The networks train in plain JavaScript: many times slower, with the same numbers to rounding. Fewer lanes and smaller batches help.",
};

/** The device that was looked for could not be had, and what that means. */
export function DeviceNotice() {
  const device = usePage((state) => state.device);
  const [dismissed, dismiss] = useState<DeviceReport | null>(null);
  if (!device?.standIn || device.reason === dismissed?.reason) return null;
  return (
    <Notice kind="status" onDismiss={() => dismiss(device)}>
      <p>
        {device.reason} {MEANING[device.name]}
      </p>
    </Notice>
  );
}
