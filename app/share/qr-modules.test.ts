import decodeCode from "qr/decode.js";
import { expect, it } from "vitest";
import { qrModules } from "./qr-modules.ts";

const PIXELS = 4;

/** A picture of the code, as a telephone would take it: red, green, blue, opacity. */
function picture(modules: readonly (readonly boolean[])[]) {
  const size = modules.length * PIXELS;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (modules[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)])
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return { width: size, height: size, data };
}

it("a code is read back as the link it was made of", () => {
  const links = [
    "https://host/some/where/?preset=paper-order",
    `https://host/?lanes=batch-norm,layer-norm&learningRate=0.003&${"translation.longest=10&".repeat(12)}`,
  ];
  for (const link of links) expect(decodeCode(picture(qrModules(link) ?? []))).toBe(link);
});

it("what is too long for any code has none", () => {
  expect(qrModules("x".repeat(4000))).toBeNull();
});
