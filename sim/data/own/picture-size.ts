import { refused } from "../../contract/data-refused.ts";
import { inWords, LIMITS } from "./limits.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Refuses a picture before it is decoded, where its header is neither PNG's nor JPEG's or says more pixels than a page
 * should unpack: a few hundred bytes can say 65,535 × 65,535.
 */
export function checkPicture(file: string, bytes: Uint8Array): void {
  const size = PNG.every((byte, at) => bytes[at] === byte) ? pngSize(bytes) : jpegSize(bytes);
  if (size === null)
    throw refused({
      file,
      place: "byte 0",
      expected: "the header of a PNG or a JPEG",
      found: bytes.length === 0 ? "an empty file" : "something else",
    });
  const [width, height] = size;
  if (width * height === 0 || width * height > LIMITS.picturePixels)
    throw refused({
      file,
      place: null,
      expected: `1 to ${inWords(LIMITS.picturePixels)} pixels`,
      found: `${inWords(width)} × ${inWords(height)}`,
    });
}

type Size = readonly [width: number, height: number];

/** IHDR is the first chunk: length, name, width, height (PNG specification, section 11.2.2). */
function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

/** The first frame header among the segments (ITU T.81, annex B). */
function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // 0xff may be repeated before a marker.
    if (marker === 0xff) at++;
    else if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, but for DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
