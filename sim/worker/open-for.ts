import type { DeviceName, EngineName } from "../contract/device.ts";
import type { Engine } from "../plan/engine.ts";
import { closeDevice, openDevice } from "../tensor/device.ts";
import { DeviceRefused } from "../tensor/device-trouble.ts";
import type { OpenedDevice } from "../tensor/device.ts";
import { useContext } from "../tensor/open-webgl.ts";
import { CanvasEngine } from "../webgl/canvas-engine.ts";
import { openCanvas } from "../webgl/open-canvas.ts";
import type { OpenedCanvas } from "../webgl/open-canvas.ts";
import { nextTurn } from "./turns.ts";

/** A device that is open, and what replays steps on it; null where each is composed. */
export interface Opened {
  readonly device: OpenedDevice;
  readonly engine: Engine | null;
}

/** The one context of this worker, kept from run to run with the programs it has compiled. */
let kept: (OpenedCanvas & { readonly engine: CanvasEngine }) | null = null;

/** Opens a device for an engine; throws `DeviceRefused` with a sentence where it cannot be. */
export async function openFor(name: DeviceName, engine: EngineName): Promise<Opened> {
  if (name !== "webgl" || engine === "composed") {
    useContext(null);
    return { device: await openDevice(name), engine: null };
  }
  if (!kept || kept.canvas.gl.isContextLost()) {
    const opened = await openCanvas(nextTurn);
    kept = { ...opened, engine: new CanvasEngine(opened.canvas) };
  }
  await openForFirstPass();
  useContext({ context: kept.canvas.gl, canvas: kept.surface });
  return { device: kept.device, engine: kept.engine };
}

/** Weights are drawn, and what is to be replayed is recorded, with operations that are composed. */
async function openForFirstPass(): Promise<void> {
  try {
    await openDevice("wasm");
  } catch (error) {
    if (!(error instanceof DeviceRefused)) throw error;
    await openDevice("cpu");
  }
}

/** Lets go of a context that is not used: a page may have only a few. */
export function closeFor(name: DeviceName, engine: EngineName): void {
  if (name !== "webgl") return;
  if (engine === "composed") {
    closeDevice(name);
    return;
  }
  useContext(null);
  kept?.engine.dispose();
  kept?.canvas.gl.getExtension("WEBGL_lose_context")?.loseContext();
  kept = null;
}
