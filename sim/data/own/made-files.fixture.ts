import type { Random } from "../../contract/random.ts";
import { crc32 } from "./crc.ts";
import { CIFAR_RECORD } from "./read-cifar.ts";

/** The bytes of a text; a character beyond Latin-1 is written as the caller encoded it. */
export function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function joinedBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function randomBytes(length: number, random: Random): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, () => random.below(256));
}

/** Noise with labels that there are. */
export function cifarBatch(records: number, random: Random): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(records * CIFAR_RECORD);
  const words = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at += 4) words.setUint32(at, random.bits());
  for (let record = 0; record < records; record++) bytes[record * CIFAR_RECORD] = random.below(10);
  return bytes;
}

/** An IDX file of bytes with any header. */
export function idx(
  magic: number,
  sizes: readonly number[],
  body: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(4 + 4 * sizes.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, magic);
  sizes.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  return joinedBytes(header, body);
}

export interface MadeEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says it unpacks to. */
  readonly size?: number;
  readonly crc?: number;
}

/** A zip, true or false in whatever the entries say. */
export function zip(entries: readonly MadeEntry[]): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = joinedBytes(header(0x04034b50, entry), ascii(entry.path), entry.bytes);
    central.push(directoryEntry(entry, offset), ascii(entry.path));
    locals.push(local);
    offset += local.length;
  }
  const directory = joinedBytes(...central);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, directory.length, true);
  view.setUint32(16, offset, true);
  return joinedBytes(...locals, directory, end);
}

function header(signature: number, entry: MadeEntry): Uint8Array {
  const bytes = new Uint8Array(30);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  writeFacts(view, 6, entry);
  view.setUint16(26, entry.path.length, true);
  return bytes;
}

function directoryEntry(entry: MadeEntry, offset: number): Uint8Array {
  const bytes = new Uint8Array(46);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  writeFacts(view, 8, entry);
  view.setUint16(28, entry.path.length, true);
  view.setUint32(42, offset, true);
  return bytes;
}

/** Flags, method, time, date, checksum, sizes: the same in both headers. */
function writeFacts(view: DataView, at: number, entry: MadeEntry): void {
  view.setUint16(at, entry.flags ?? 0, true);
  view.setUint16(at + 2, entry.method ?? 0, true);
  view.setUint32(at + 8, entry.crc ?? crc32(entry.bytes), true);
  view.setUint32(at + 12, entry.bytes.length, true);
  view.setUint32(at + 16, entry.size ?? entry.bytes.length, true);
}

/** The first bytes of a PNG that says this size, and nothing of its pixels. */
export function pngHeader(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** A table of sentences that differ. */
export function table(rows: number, end = "\n"): string {
  return Array.from(
    { length: rows },
    (_, row) => `satz ${row} hier\tsentence ${row} here${end}`,
  ).join("");
}
