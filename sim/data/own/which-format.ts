import { refused } from "../../contract/data-refused.ts";
import { isPicture } from "./class-folders.ts";

/** A file by its name and its first bytes. */
export interface Glimpse {
  readonly path: string;
  readonly head: Uint8Array;
}

/** Enough for the longest magic number, and for a table's first row to show its tab. */
export const HEAD = 4096;

export type Format = "folders" | "zip" | "idx" | "cifar" | "tsv" | "aligned" | "text";

const TAB = 9;
const LINE_FEED = 10;

/** What the files are, by their first bytes before their names; throws `DataRefused` where they are nothing known. */
export function whichFormat(files: readonly Glimpse[]): Format {
  const [first, second] = files;
  if (!first) throw refused({ ...EVERYTHING, file: "The choice", found: "no file" });
  if (files.some(({ path }) => isPicture(path))) return "folders";
  if (files.some(({ path }) => /\.zip$/i.test(path)) || starts(first, 0x50, 0x4b, 3, 4))
    return onlyOne(files, "zip");
  if (files.some(isIdx)) return "idx";
  if (files.some(({ path }) => /\.bin$/i.test(path))) return "cifar";
  if (files.some(isBinary))
    throw refused({ ...EVERYTHING, file: first.path, found: "other bytes" });
  if (!second) return tableOrText(first);
  if (files.length === 2) return "aligned";
  throw refused({ ...EVERYTHING, file: first.path, found: `${files.length} files of text` });
}

const EVERYTHING = {
  place: null,
  expected:
    "a text, a table of two columns, two texts with equally many lines, CIFAR-10 binary batches, IDX files, or pictures in class folders, also in a zip",
};

function onlyOne(files: readonly Glimpse[], format: Format): Format {
  if (files.length === 1) return format;
  const file = files[0]?.path ?? "";
  throw refused({ file, place: null, expected: "one zip", found: `${files.length} files` });
}

/** By its magic number, or by a name that promises one. */
function isIdx(file: Glimpse): boolean {
  return /idx[13]|ubyte/i.test(file.path) || starts(file, 0, 0, 8) || starts(file, 0x1f, 0x8b);
}

/** A magic number of something else: what follows would be refused as text, and for a reason that does not help. */
function isBinary(file: Glimpse): boolean {
  return (
    starts(file, 0x89, 0x50, 0x4e, 0x47) ||
    starts(file, 0xff, 0xd8, 0xff) ||
    starts(file, 0x25, 0x50, 0x44, 0x46)
  );
}

function tableOrText(file: Glimpse): Format {
  const feed = file.head.indexOf(LINE_FEED);
  const row = file.head.subarray(0, feed === -1 ? undefined : feed);
  return /\.tsv$/i.test(file.path) || row.includes(TAB) ? "tsv" : "text";
}

function starts({ head }: Glimpse, ...magic: readonly number[]): boolean {
  return magic.every((byte, at) => head[at] === byte);
}
