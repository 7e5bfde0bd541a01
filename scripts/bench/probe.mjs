/**
 * Counts what a thread asks of its WebGL context. It is put in front of the worker's own script while that is served, so
 * that it is there before any context is made, and the product knows nothing of it.
 *
 * `self.probe.read()` gives totals since the thread began: draws; uploads and downloads of texels and buffers; textures
 * and textureBytes alive now; and reports, played, lastReport, step, tensors from the messages it exchanges with the page.
 */
export const PROBE = [begin, countCalls, weighTextures, hearMessages]
  .map((part) => `(${part.toString()})();`)
  .join("\n");

// Each of these is sent as text and runs over there: it may use nothing from outside itself but `self.probe`.

function begin() {
  const totals = { draws: 0, uploads: 0, downloads: 0, textures: 0, textureBytes: 0 };
  const proto = WebGL2RenderingContext.prototype;
  self.probe = {
    totals: { ...totals, reports: 0, played: 0, lastReport: 0, step: 0, tensors: 0 },
    read: () => ({ ...self.probe.totals }),
    /** Calls `note(context, parameters)` before each call of a context's method. */
    before(name, note) {
      const original = proto[name];
      proto[name] = function (...parameters) {
        note(this, parameters);
        return original.apply(this, parameters);
      };
    },
  };
}

function countCalls() {
  const { totals, before } = self.probe;
  const draws = [
    "drawElements",
    "drawArrays",
    "drawElementsInstanced",
    "drawArraysInstanced",
    "drawRangeElements",
  ];
  for (const name of draws) before(name, () => totals.draws++);
  before("texSubImage2D", () => totals.uploads++);
  before("texImage2D", (_, parameters) => {
    if (parameters.at(-1) !== null) totals.uploads++;
  });
  before("getBufferSubData", () => totals.downloads++);
  // With an offset instead of an array it stays on the device, in a buffer.
  before("readPixels", (_, parameters) => {
    if (typeof parameters[6] === "object") totals.downloads++;
  });
}

function weighTextures() {
  const { totals, before } = self.probe;
  const CHANNELS = { R: 1, RG: 2, RGB: 3, RGBA: 4 };
  const FORMAT = /^(R|RG|RGB|RGBA)(8|16|32)?(?:F|I|UI)?$/;
  const names = Object.keys(WebGL2RenderingContext).filter((name) => FORMAT.test(name));
  const sizes = new Map();
  const bound = new WeakMap();
  before("bindTexture", (context, [, texture]) => bound.set(context, texture));
  before("deleteTexture", (_, [texture]) => keep(texture, 0));
  before("texStorage2D", (context, [, , format, width, height]) =>
    keep(bound.get(context), bytesOf(format) * width * height),
  );
  before("texImage2D", (context, [, , format, width, height, ...rest]) => {
    // The shorter form takes its size from a picture, which nobody here uploads.
    if (rest.length > 1) keep(bound.get(context), bytesOf(format) * width * height);
  });

  function keep(texture, bytes) {
    if (!texture) return;
    totals.textureBytes += bytes - (sizes.get(texture) ?? 0);
    if (bytes > 0) sizes.set(texture, bytes);
    else sizes.delete(texture);
    totals.textures = sizes.size;
  }

  /** Bytes a texel: "RGBA32F" is four channels of 32 bits, and a plain "RGBA" four of 8. */
  function bytesOf(format) {
    const name = names.find((candidate) => WebGL2RenderingContext[candidate] === format);
    if (!name) throw new Error(`the probe does not know the texture format ${format}`);
    const [, channels, bits = "8"] = FORMAT.exec(name);
    return (CHANNELS[channels] * Number(bits)) / 8;
  }
}

function hearMessages() {
  const { totals } = self.probe;
  const post = self.postMessage.bind(self);
  self.postMessage = (message, ...rest) => {
    if (message?.type === "report") {
      totals.reports++;
      totals.lastReport = performance.now();
      totals.step = message.step;
      totals.tensors = message.tensors;
    }
    return post(message, ...rest);
  };
  self.addEventListener("message", ({ data }) => {
    if (data?.type === "pace" && data.pace.kind === "run") totals.played = performance.now();
  });
}
