import { afterEach, expect, test } from "vitest";
import { DeviceLost, DeviceRefused, refuseIfBroken, troubleOf } from "./device-trouble.ts";
import { useContext } from "./open-webgl.ts";

const OUT_OF_MEMORY = 0x0505;
const CONTEXT_LOST_WEBGL = 0x9242;

/** A context in use that gives this error when it is asked. */
function inUse(error: number, isLost = false): void {
  const context = {
    OUT_OF_MEMORY,
    CONTEXT_LOST_WEBGL,
    getError: () => error,
    isContextLost: () => isLost,
  };
  useContext({ context, canvas: { addEventListener: () => {} } });
}

afterEach(() => useContext(null));

test("numbers from a device that is well are believed", () => {
  inUse(0);
  expect(refuseIfBroken).not.toThrow();
});

test("numbers from a device that is gone are not believed, however it is noticed first", () => {
  inUse(CONTEXT_LOST_WEBGL);
  expect(refuseIfBroken).toThrow(DeviceLost);
  inUse(0, true);
  expect(refuseIfBroken).toThrow(DeviceLost);
});

test("a device without memory is refused with a sentence", () => {
  inUse(OUT_OF_MEMORY);
  expect(refuseIfBroken).toThrow(DeviceRefused);
  expect(refuseIfBroken).toThrow(/out of memory\./);
});

test("only errors in which the device is at fault have a sentence", () => {
  expect(troubleOf(new Error("Failed to compile fragment shader."))).toContain("could not compile");
  expect(troubleOf(new Error("Unable to create WebGLTexture."))).toContain("out of memory");
  expect(troubleOf(new Error("x is undefined"))).toBeNull();
});
