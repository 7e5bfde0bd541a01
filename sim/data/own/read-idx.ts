import { refused } from "../../contract/data-refused.ts";
import { inWords, LIMITS } from "./limits.ts";

/** An IDX file of bytes: pictures [count, height, width] or labels [count]. */
export type Idx =
  | {
      readonly kind: "pictures";
      readonly count: number;
      readonly height: number;
      readonly width: number;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "labels"; readonly count: number; readonly bytes: Uint8Array };

/** 00 00, the code of unsigned bytes, and the number of dimensions. */
const LABELS_MAGIC = 0x00000801;
const PICTURES_MAGIC = 0x00000803;

/**
 * Reads an IDX file, already inflated, as MNIST has them (http://yann.lecun.com/exdb/mnist). Throws `DataRefused` for
 * another magic number, sizes out of bounds, and a file shorter or longer than its header says.
 */
export function readIdx(file: string, bytes: Uint8Array): Idx {
  const refuse = (at: number, expected: string, found: string): Error =>
    refused({ file, place: `byte ${at}`, expected, found });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.length >= 4 ? view.getUint32(0) : -1;
  if (magic !== LABELS_MAGIC && magic !== PICTURES_MAGIC)
    throw refuse(
      0,
      "the magic number of IDX, 00 00 08 01 for labels or 00 00 08 03 for pictures",
      magic === -1 ? `a file of ${bytes.length} bytes` : hex(magic),
    );
  const dimensions = magic === LABELS_MAGIC ? 1 : 3;
  const header = 4 + 4 * dimensions;
  if (bytes.length < header)
    throw refuse(bytes.length, `a header of ${header} bytes`, "the end of the file");
  const count = view.getUint32(4);
  const height = dimensions === 3 ? view.getUint32(8) : 1;
  const width = dimensions === 3 ? view.getUint32(12) : 1;
  if (Math.min(height, width) < 1 || Math.max(height, width) > LIMITS.idxSide)
    throw refuse(8, `pictures of 1 to ${LIMITS.idxSide} pixels a side`, `${height} × ${width}`);
  const size = header + count * height * width;
  const found = `${inWords(bytes.length)} bytes`;
  if (bytes.length !== size)
    throw refuse(Math.min(size, bytes.length), `${inWords(size)} bytes, as its header says`, found);
  const body = bytes.subarray(header);
  return dimensions === 1
    ? { kind: "labels", count, bytes: body }
    : { kind: "pictures", count, height, width, bytes: body };
}

function hex(value: number): string {
  return (value >>> 0)
    .toString(16)
    .padStart(8, "0")
    .replace(/(..)(?=.)/g, "$1 ");
}
