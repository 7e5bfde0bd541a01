import { DeviceRefused } from "../tensor/device-trouble.ts";
import type { OpenedDevice } from "../tensor/device.ts";
import { Canvas } from "./canvas.ts";
import { WIDTH } from "../plan/layout.ts";
import { GEOMETRY_LENGTH } from "./program-text.ts";
import { Replay } from "./replay.ts";

export interface OpenedCanvas {
  readonly canvas: Canvas;
  /** What the context belongs to, and what says when it is lost. */
  readonly surface: OffscreenCanvas;
  readonly device: OpenedDevice;
}

/** A WebGL 2 context of its own that has proved to count in float32; throws `DeviceRefused` with a sentence otherwise. */
export async function openCanvas(nextTurn: () => Promise<void>): Promise<OpenedCanvas> {
  const surface = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1);
  const gl = surface?.getContext("webgl2", {
    alpha: false,
    antialias: false,
    depth: false,
    powerPreference: "high-performance",
  });
  if (!surface || !gl) throw new DeviceRefused("WebGL is not available in this browser.");
  const canvas = new Canvas(gl, nextTurn);
  const bits = await mantissaBits(canvas);
  if (bits < 23)
    throw new DeviceRefused(
      `WebGL counts with ${bits} bits after the point here, where float32 has 23: running averages would be wrong. Use another device.`,
    );
  return { canvas, surface, device: { name: "webgl", ...describe(gl) } };
}

/** Bits after the binary point that survive (1 + 2⁻ⁿ) − 1. */
async function mantissaBits(canvas: Canvas): Promise<number> {
  const exponents = Float32Array.from({ length: 24 }, (_, i) => 2 ** -(i + 1));
  const [from, to] = [canvas.texture(1), canvas.texture(1)];
  canvas.upload(from, 0, exponents);
  const text = "vec4 one = vec4(f[0]);\no0 = (read0(t) + one) - one;";
  const program = canvas.program({ text, reads: 1, outputs: 1, integers: 0, floats: 1 });
  const integers = new Int32Array(GEOMETRY_LENGTH + 1);
  const stretch = { texel: 0, count: 6, band: 1, bands: 1 };
  const floats = Float32Array.of(1);
  const framebuffer = canvas.framebuffer([to]);
  const one = { reads: [from], writes: [to], live: [], lanes: [0] };
  const draw = { program, stretch, integers, floats, ...one };
  new Replay(canvas, [draw], () => framebuffer).run(0);
  const values = (await canvas.download(framebuffer, 1)).subarray(0, WIDTH * 4);
  canvas.gl.deleteFramebuffer(framebuffer);
  canvas.release(from);
  canvas.release(to);
  const broken = exponents.findIndex((exponent, i) => values[i] !== exponent);
  return broken === -1 || broken >= 23 ? 23 : broken;
}

function describe(gl: WebGL2RenderingContext): Pick<OpenedDevice, "detail" | "software"> {
  const extension = gl.getExtension("WEBGL_debug_renderer_info");
  const detail = String(
    gl.getParameter(extension ? extension.UNMASKED_RENDERER_WEBGL : gl.RENDERER),
  );
  return {
    detail,
    software: /swiftshader|llvmpipe|softpipe|basic render|software/i.test(detail),
  };
}
