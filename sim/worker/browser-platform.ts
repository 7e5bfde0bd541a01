import type { Platform } from "../data/own/platform.ts";

/** The browser's own decoders, as a worker has them. */
export function browserPlatform(): Platform {
  const text = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    decodeUtf8: (bytes) => text.decode(bytes),
    inflate,
    decodePicture,
    hold: (bytes) => new Blob([unshared(bytes)]),
  };
}

async function* inflate(
  bytes: Uint8Array,
  format: "gzip" | "deflate-raw",
): AsyncGenerator<Uint8Array> {
  const packed = new Blob([unshared(bytes)]).stream();
  const reader = packed.pipeThrough(new DecompressionStream(format)).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops half-way wants nothing more unpacked; a damaged stream refuses to be cancelled.
    await reader.cancel().catch(() => undefined);
  }
}

async function decodePicture(bytes: Uint8Array, side: number): Promise<Uint8Array | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(new Blob([unshared(bytes)]));
  } catch {
    return null;
  }
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives a worker no canvas to decode pictures on");
  // What is transparent is seen on white.
  context.fillStyle = "white";
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = "high";
  const { width, height } = picture;
  const square = Math.min(width, height);
  const [left, top] = [(width - square) / 2, (height - square) / 2];
  context.drawImage(picture, left, top, square, square, 0, 0, side, side);
  picture.close();
  const { data } = context.getImageData(0, 0, side, side); // [side, side, 4]
  return Uint8Array.from({ length: side * side * 3 }, (_, at) => {
    return data[4 * Math.floor(at / 3) + (at % 3)] ?? 0;
  });
}

/** A Blob takes no view of memory that might be shared; none of ours is. */
function unshared(bytes: Uint8Array | Int32Array): BlobPart {
  return bytes as Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
}
