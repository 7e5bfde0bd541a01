import { refused } from "../../sim/contract/data-refused.ts";
import type { ByteSource } from "../../sim/contract/own-data.ts";

/** No file of ours is longer than this when it is unpacked; a bomb is let go of there. */
const MOST_BYTES = 512 * 2 ** 20;

const GZIP = [0x1f, 0x8b];
/** Read at a time. */
const PIECE = 2 ** 20;

/** The text gzipped, or as it is where the browser cannot. */
export async function packed(text: string): Promise<{ blob: Blob; isPacked: boolean }> {
  const plain = new Blob([text], { type: "application/json" });
  if (typeof CompressionStream === "undefined") return { blob: plain, isPacked: false };
  const stream = plain.stream().pipeThrough(new CompressionStream("gzip"));
  const blob = await new Response(stream).blob();
  return { blob: new Blob([blob], { type: "application/gzip" }), isPacked: true };
}

function isGzip(bytes: Uint8Array): boolean {
  return GZIP.every((byte, i) => bytes[i] === byte);
}

/** The file’s text, unpacked if need be. */
export async function unpacked(
  source: ByteSource,
  file: string,
  most = MOST_BYTES,
): Promise<string> {
  const isPacked = isGzip(await firstBytes(source, 2, file));
  if (!isPacked && source.size > most) throw tooLong(file, most);
  const stream = streamOf(source);
  const reader = (
    isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream
  ).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return [...parts, decoder.decode()].join("");
      length += value.byteLength;
      if (length > most) break;
      parts.push(decoder.decode(value, { stream: true }));
    }
  } catch {
    const found = `what breaks after ${length} unpacked bytes`;
    throw refused({
      file,
      place: null,
      expected: isPacked ? "a whole gzip file of UTF-8 text" : "text in UTF-8",
      found: isPacked ? found : `other bytes before byte ${length}`,
    });
  }
  // What is let go of may have broken meanwhile, and that is no matter.
  await reader.cancel().catch(() => undefined);
  throw tooLong(file, most);
}

/** The beginning of a file, unpacked if need be; what cannot be unpacked is no text of ours. */
export async function beginning(source: ByteSource, length: number): Promise<string> {
  const head = source.slice(0, Math.min(length, source.size));
  const bytes = new Uint8Array(await head.arrayBuffer());
  if (!isGzip(bytes)) return new TextDecoder().decode(bytes);
  const reader = streamOf(head).pipeThrough(new DecompressionStream("gzip")).getReader();
  let text = "";
  const decoder = new TextDecoder();
  try {
    while (text.length < length) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
  } catch {
    // The slice ends in the middle, and what came before it is what was asked for.
  }
  return text;
}

/** A file may be gone, or withheld, since it was chosen. */
async function firstBytes(source: ByteSource, count: number, file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(0, Math.min(count, source.size)).arrayBuffer());
  } catch {
    const expected = "a file that can be read";
    throw refused({ file, place: null, expected, found: "one that the browser could not read" });
  }
}

function streamOf(source: ByteSource): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0;
  return new ReadableStream({
    async pull(controller) {
      if (from >= source.size) return controller.close();
      const to = Math.min(source.size, from + PIECE);
      controller.enqueue(new Uint8Array(await source.slice(from, to).arrayBuffer()));
      from = to;
    },
  });
}

function tooLong(file: string, most: number): Error {
  const expected = `at most ${Math.floor(most / 2 ** 20)} MB when unpacked`;
  return refused({ file, place: null, expected, found: "more" });
}
