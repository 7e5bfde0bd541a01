import { refused } from "../../contract/data-refused.ts";
import { inMegabytes, inWords } from "./limits.ts";
import type { Platform } from "./platform.ts";

export interface Deflated {
  readonly file: string;
  /** Where the deflated bytes begin in the file that was chosen. */
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly format: "gzip" | "deflate-raw";
}

/** Inflates, and stops as soon as there is more than `limit`; throws `DataRefused` then, and for damaged data. */
export async function inflateWithin(
  { file, at, bytes, format }: Deflated,
  limit: number,
  inflate: Platform["inflate"],
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const place = `byte ${at}`;
  try {
    for await (const piece of inflate(bytes, format)) {
      pieces.push(piece);
      size += piece.length;
      if (size > limit) break;
    }
  } catch {
    const found = `damage after ${inWords(size)} bytes were unpacked`;
    throw refused({ file, place, expected: "data packed by deflate", found });
  }
  if (size > limit) {
    const expected = `at most ${limit < 2 ** 20 ? `${inWords(limit)} bytes` : inMegabytes(limit)} once unpacked`;
    throw refused({ file, place, expected, found: "more" });
  }
  const whole = new Uint8Array(size);
  let to = 0;
  for (const piece of pieces) {
    whole.set(piece, to);
    to += piece.length;
  }
  return whole;
}
