import { refused } from "../../contract/data-refused.ts";
import { inMegabytes, inWords, LIMITS } from "./limits.ts";

/** A file in a zip, still packed. */
export interface ZipEntry {
  readonly path: string;
  readonly method: "stored" | "deflated";
  /** Where its bytes begin in the zip. */
  readonly at: number;
  readonly bytes: Uint8Array;
  /** Bytes once unpacked, as the zip says. */
  readonly size: number;
  readonly crc: number;
}

/** Signatures of the three parts (PKWARE APPNOTE 6.3.10, section 4.3), and the fixed lengths of what follows them. */
const END = { signature: 0x06054b50, length: 22 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

type Refuse = (at: number, expected: string, found: string) => Error;

/**
 * The files of a zip, by its directory. Throws `DataRefused` for anything that is not what it says: a broken directory,
 * encryption, other packing than deflate, and bombs: too many files, too much once unpacked, ratios no picture has, and
 * files that share their bytes.
 */
export function zipEntries(
  file: string,
  bytes: Uint8Array,
  decode: (name: Uint8Array) => string,
): readonly ZipEntry[] {
  const refuse: Refuse = (at, expected, found) =>
    refused({ file, place: `byte ${at}`, expected, found });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === -1)
    throw refuse(bytes.length, "the directory of a zip", "the end of the file without one");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === LIMITS.zipEntries || at === 0xffffffff)
    throw refuse(end, `fewer than ${inWords(LIMITS.zipEntries)} files in a zip of 32 bits`, "more");
  const entries: ZipEntry[] = [];
  let [packed, size] = [0, 0];
  for (let i = 0; i < count; i++) {
    const { entry, next, local } = readEntry({ view, bytes, at, end, decode, refuse });
    at = next;
    packed += local + entry.bytes.length;
    size += entry.size;
    // Files that overlap make a small zip unpack to anything (Fifield, 2019).
    if (packed > bytes.length)
      throw refuse(entry.at, `files of together ${inWords(bytes.length)} bytes at most`, "overlap");
    if (size > LIMITS.pictureBytes)
      throw refuse(entry.at, `at most ${inMegabytes(LIMITS.pictureBytes)} once unpacked`, "more");
    if (!entry.path.endsWith("/")) entries.push(entry);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END.signature) return at;
  return -1;
}

interface At {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  readonly decode: (name: Uint8Array) => string;
  readonly refuse: Refuse;
}

function readEntry({ view, bytes, at, end, decode, refuse }: At) {
  if (at + CENTRAL.length > end || view.getUint32(at, true) !== CENTRAL.signature)
    throw refuse(at, "an entry of the zip’s directory", "something else");
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const offset = view.getUint32(at + 42, true);
  const next = at + CENTRAL.length + name + extra + comment;
  if (next > end) throw refuse(at, "an entry that ends before the directory does", "a longer one");
  const path = decode(bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + name));
  if (flags & ENCRYPTED) throw refuse(at, "files without a password", `${path}, encrypted`);
  if (method !== 0 && method !== 8)
    throw refuse(at, "files stored or deflated", `${path}, packed by method ${method}`);
  if (size > LIMITS.zipRatioFrom && size > LIMITS.zipRatio * packed)
    throw refuse(
      at,
      `files packed to a hundredth at most`,
      `${path}, ${inWords(packed)} bytes for ${inWords(size)}`,
    );
  const from = dataOf({ view, offset, packed, refuse });
  const entry: ZipEntry = {
    path,
    method: method === 0 ? "stored" : "deflated",
    at: from,
    bytes: bytes.subarray(from, from + packed),
    size,
    crc,
  };
  return { entry, next, local: from - offset };
}

interface LocalAt {
  readonly view: DataView;
  readonly offset: number;
  readonly packed: number;
  readonly refuse: Refuse;
}

/** Where an entry's bytes begin: behind its own header, whose name and extra field may differ from the directory's. */
function dataOf({ view, offset, packed, refuse }: LocalAt): number {
  if (offset + LOCAL.length > view.byteLength || view.getUint32(offset, true) !== LOCAL.signature)
    throw refuse(offset, "the header of a file in the zip", "something else");
  const from =
    offset + LOCAL.length + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > view.byteLength)
    throw refuse(from, `${inWords(packed)} bytes`, "the end of the file");
  return from;
}
