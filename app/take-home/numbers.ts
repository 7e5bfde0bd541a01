import { refused } from "../../sim/contract/data-refused.ts";

/**
 * Columns of a saved run are the bytes themselves, little-endian, in base64: every bit of a float32 comes back, NaN and
 * infinities too, and a third of the size of digits.
 */
export function printFloats(values: Float32Array): string {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat32(4 * i, value, true));
  const parts: string[] = [];
  // As many arguments as any browser takes at once.
  for (let from = 0; from < bytes.length; from += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
  return btoa(parts.join(""));
}

/** So many numbers, or a refusal. */
export function readFloats(
  text: string,
  length: number,
  file: string,
  place: string,
): Float32Array {
  const expected = `${length} float32 numbers in base64`;
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    throw refused({ file, place, expected, found: "something that is no base64" });
  }
  if (bytes.length !== 4 * length)
    throw refused({ file, place, expected, found: `${bytes.length} bytes` });
  const view = new DataView(new ArrayBuffer(bytes.length));
  for (let i = 0; i < bytes.length; i++) view.setUint8(i, bytes.charCodeAt(i));
  return Float32Array.from({ length }, (_, i) => view.getFloat32(4 * i, true));
}
