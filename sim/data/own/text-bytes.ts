import { refused } from "../../contract/data-refused.ts";

/** A file's text, still as bytes: UTF-8, checked, without its byte order mark. */
export interface TextBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const EXPECTED = "text in UTF-8";

/** Checks every byte of a text; throws `DataRefused` at the first that no UTF-8 has (RFC 3629, section 4). */
export function textBytes(file: string, bytes: Uint8Array): TextBytes {
  const refuse = (at: number, found: string): Error =>
    refused({ file, place: `byte ${at}`, expected: EXPECTED, found });
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw refuse(0, "the mark of UTF-16: please save it as UTF-8");
  const fault = firstFault(bytes);
  if (fault !== -1) throw refuse(fault, `${hex(bytes, fault)}${nature(bytes, fault)}`);
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return { file, bytes: hasMark ? bytes.subarray(3) : bytes };
}

/** Where the first byte stands that is not UTF-8, or is zero, which no text has; −1 if there is none. */
export function firstFault(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead > 0 && lead < 0x80) {
      at++;
      continue;
    }
    const length = lengthBy(lead);
    if (length === 0 || at + length > bytes.length) return at;
    const [least, most] = secondRange(lead);
    const second = bytes[at + 1] ?? 0;
    if (second < least || second > most) return at;
    for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return at;
    at += length;
  }
  return -1;
}

/** Bytes of the character that begins so; 0 for a byte that begins none. */
function lengthBy(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** Shuts out overlong forms, lone surrogates and what lies beyond U+10FFFF. */
function secondRange(lead: number): readonly [number, number] {
  switch (lead) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return [0x80, 0xbf];
  }
}

function nature(bytes: Uint8Array, at: number): string {
  if (bytes[at] === 0) return ", which no text has";
  if (bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0) return ", a lone surrogate";
  return "";
}

function hex(bytes: Uint8Array, at: number): string {
  const some = [...bytes.subarray(at, at + 3)].map((byte) => byte.toString(16).padStart(2, "0"));
  return `the bytes ${some.join(" ")}`;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The lines of a text, without what ends them (LF or CR LF); nothing follows the last line end. */
export function* linesOf({ bytes }: TextBytes): Generator<Uint8Array> {
  let from = 0;
  while (from < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed === -1 ? bytes.length : feed;
    const trimmed = end > from && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    yield bytes.subarray(from, trimmed);
    from = end + 1;
  }
}
