import { refused } from "../../contract/data-refused.ts";
import type { OwnFile, OwnPictures, PicturesFound } from "../../contract/own-data.ts";
import { classFolders, isPicture } from "./class-folders.ts";
import { crc32 } from "./crc.ts";
import { pairIdx, type NamedIdx } from "./idx-pairs.ts";
import { inflateWithin } from "./inflate-within.ts";
import { inMegabytes, LIMITS } from "./limits.ts";
import { checkPicture } from "./picture-size.ts";
import { picturesFound } from "./pictures-found.ts";
import type { Platform, Say } from "./platform.ts";
import { CIFAR_CLASSES, CIFAR_SIDE, cifarRecords, readCifar } from "./read-cifar.ts";
import type { FileBytes } from "./read-files.ts";
import { readIdx } from "./read-idx.ts";
import { zipEntries, type ZipEntry } from "./zip-entries.ts";

export interface ReadPictures {
  readonly own: OwnPictures;
  readonly found: PicturesFound;
}

/** Bytes of a picture of 32 × 32 in three colours. */
const PICTURE = CIFAR_SIDE * CIFAR_SIDE * 3;

const square = { width: CIFAR_SIDE, height: CIFAR_SIDE, channels: 3 } as const;

/** CIFAR-10 binary batches; those with `test` in their name are only tested on. What else lies in the folder is left. */
export async function readCifarSet(
  files: readonly OwnFile[],
  reader: FileBytes,
): Promise<ReadPictures> {
  const batches = files.filter(({ path }) => /\.bin$/i.test(path));
  const sorted = [...batches].sort((a, b) => Number(isTest(a)) - Number(isTest(b)));
  const records = sorted.map(({ path, bytes }) => cifarRecords(path, bytes.size));
  const total = records.reduce((sum, count) => sum + count, 0);
  const labels = new Uint8Array(total);
  const pixels = new Uint8Array(total * PICTURE); // [total, 32, 32, 3]
  let from = 0;
  let test = 0;
  for (const [index, file] of sorted.entries()) {
    const count = records[index] ?? 0;
    const place = {
      labels: labels.subarray(from, from + count),
      pixels: pixels.subarray(from * PICTURE, (from + count) * PICTURE),
    };
    readCifar(file.path, await reader.read(file), place);
    from += count;
    if (isTest(file)) test += count;
  }
  // A test set alone is a set like any other.
  const own: OwnPictures = {
    kind: "pictures",
    classes: CIFAR_CLASSES,
    ...square,
    test: test === total ? 0 : test,
    labels,
    pixels,
  };
  const format = `CIFAR-10 binary batches, ${sorted.length} of them`;
  return { own, found: picturesFound(own, sorted[0]?.path ?? "", format) };
}

function isTest({ path }: OwnFile): boolean {
  return /test/i.test(path.slice(path.lastIndexOf("/") + 1));
}

/** IDX pictures with their labels, plain or gzipped. */
export async function readIdxSet(
  files: readonly OwnFile[],
  reader: FileBytes,
  { inflate }: Platform,
): Promise<ReadPictures> {
  const named: NamedIdx[] = [];
  for (const file of files) {
    const bytes = await reader.read(file);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const deflated = { file: file.path, at: 0, bytes, format: "gzip" } as const;
    const plain = isPacked ? await inflateWithin(deflated, LIMITS.pictureBytes, inflate) : bytes;
    named.push({ file: file.path, idx: readIdx(file.path, plain) });
  }
  const own = pairIdx(named);
  const format = `IDX pictures of ${own.width} × ${own.height} with labels`;
  return { own, found: picturesFound(own, files[0]?.path ?? "", format) };
}

/** Pictures in folders, one a class. */
export async function readFolders(
  files: readonly OwnFile[],
  reader: FileBytes,
  { decodePicture }: Platform,
): Promise<ReadPictures> {
  const read = (file: OwnFile): Promise<Uint8Array> => reader.read(file);
  return decodeAll(files, read, "pictures in class folders", decodePicture);
}

/** A zip of pictures in folders. */
export async function readZip(
  files: readonly OwnFile[],
  reader: FileBytes,
  { decodeUtf8, decodePicture, inflate }: Platform,
  say: Say,
): Promise<ReadPictures> {
  const [file] = files;
  if (!file) throw new Error("there is no zip to read");
  const entries = zipEntries(file.path, await reader.read(file), decodeUtf8);
  const pictures = entries.filter(({ path }) => isPicture(path));
  let unpacked = 0;
  const read = async (entry: ZipEntry): Promise<Uint8Array> => {
    const bytes = await unpack(file.path, entry, inflate);
    say("Unpacking pictures", ++unpacked, pictures.length);
    return bytes;
  };
  return decodeAll(pictures, read, "a zip of pictures in class folders", decodePicture, file.path);
}

async function unpack(
  zip: string,
  { path, method, at, bytes, size, crc }: ZipEntry,
  inflate: Platform["inflate"],
): Promise<Uint8Array> {
  const file = `${zip}/${path}`;
  const plain =
    method === "stored"
      ? bytes
      : await inflateWithin({ file, at, bytes, format: "deflate-raw" }, size, inflate);
  if (plain.length === size && crc32(plain) === crc) return plain;
  const expected = "the bytes whose length and checksum the zip keeps";
  throw refused({ file, place: `byte ${at}`, expected, found: "others: the zip is damaged" });
}

/** How many pictures are decoded side by side. */
const AT_ONCE = 8;

async function decodeAll<Item extends { readonly path: string }>(
  all: readonly Item[],
  read: (item: Item) => Promise<Uint8Array>,
  format: string,
  decodePicture: Platform["decodePicture"],
  within = "",
): Promise<ReadPictures> {
  const { classes, items, test } = classFolders(all);
  if (items.length * PICTURE > LIMITS.pictureBytes)
    throw refused({
      file: within || (all[0]?.path ?? ""),
      place: null,
      expected: `pictures that take at most ${inMegabytes(LIMITS.pictureBytes)} at 32 × 32`,
      found: inMegabytes(items.length * PICTURE),
    });
  const labels = Uint8Array.from(items, ({ label }) => label);
  const pixels = new Uint8Array(items.length * PICTURE); // [pictures, 32, 32, 3]
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(
      items.slice(from, from + AT_ONCE).map(async ({ item }, i) => {
        const file = within === "" ? item.path : `${within}/${item.path}`;
        const bytes = await read(item);
        checkPicture(file, bytes);
        const rgb = await decodePicture(bytes, CIFAR_SIDE);
        if (rgb === null) {
          const expected = "a picture that this browser can decode";
          throw refused({ file, place: null, expected, found: "a damaged one" });
        }
        pixels.set(rgb, (from + i) * PICTURE);
      }),
    );
  const own: OwnPictures = { kind: "pictures", classes, ...square, test, labels, pixels };
  return { own, found: picturesFound(own, within || (all[0]?.path ?? ""), format) };
}
