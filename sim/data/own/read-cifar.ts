import { refused } from "../../contract/data-refused.ts";
import { inWords } from "./limits.ts";

export const CIFAR_SIDE = 32;
const PLANE = CIFAR_SIDE * CIFAR_SIDE;
/** A label and three planes: red, green, blue. */
export const CIFAR_RECORD = 1 + 3 * PLANE;

/** In the order of the labels, as in `batches.meta.txt` (Krizhevsky, 2009). */
export const CIFAR_CLASSES = [
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck",
] as const;

/** How many records a batch file of this size holds; throws `DataRefused` where one is cut short. */
export function cifarRecords(file: string, size: number): number {
  const records = Math.floor(size / CIFAR_RECORD);
  const rest = size % CIFAR_RECORD;
  const expected = `records of ${inWords(CIFAR_RECORD)} bytes, a label and 3 × 32 × 32 colours`;
  if (size === 0) throw refused({ file, place: "byte 0", expected, found: "an empty file" });
  if (rest !== 0)
    throw refused({
      file,
      place: `byte ${records * CIFAR_RECORD}`,
      expected,
      found: `a last record of only ${inWords(rest)} bytes`,
    });
  return records;
}

/** Where the pictures of a file go: labels [records], pixels [records, 32, 32, 3]. */
export interface CifarPlace {
  readonly labels: Uint8Array;
  readonly pixels: Uint8Array;
}

/** Reads a CIFAR-10 binary batch into its place; throws `DataRefused` at a label that is none. */
export function readCifar(file: string, bytes: Uint8Array, { labels, pixels }: CifarPlace): void {
  const records = cifarRecords(file, bytes.length);
  for (let record = 0; record < records; record++) {
    const from = record * CIFAR_RECORD;
    const label = bytes[from] ?? 0;
    if (label >= CIFAR_CLASSES.length)
      throw refused({
        file,
        place: `byte ${from}`,
        expected: "a label from 0 to 9",
        found: String(label),
      });
    labels[record] = label;
    let to = record * 3 * PLANE;
    for (let pixel = from + 1; pixel <= from + PLANE; pixel++) {
      pixels[to++] = bytes[pixel] ?? 0;
      pixels[to++] = bytes[pixel + PLANE] ?? 0;
      pixels[to++] = bytes[pixel + 2 * PLANE] ?? 0;
    }
  }
}
