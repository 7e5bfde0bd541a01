import { refused } from "../../contract/data-refused.ts";
import type { OwnFile } from "../../contract/own-data.ts";
import { inMegabytes } from "./limits.ts";
import type { Say } from "./platform.ts";

/** Bytes that are asked for at a time. */
const SLICE = 4 * 2 ** 20;

/** Reads files piece by piece and says how many bytes of all of them have been read. */
export class FileBytes {
  readonly #say: Say;
  readonly #total: number;
  #done = 0;

  constructor(files: readonly OwnFile[], say: Say) {
    this.#say = say;
    this.#total = totalOf(files);
  }

  /** Throws `DataRefused` where the file is gone or may not be read any more. */
  async read({ path, bytes }: OwnFile): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Uint8Array(bytes.size);
    for (let from = 0; from < bytes.size; from += SLICE) {
      const slice = bytes.slice(from, Math.min(from + SLICE, bytes.size));
      const piece = await piecesOf(path, from, slice);
      whole.set(piece.subarray(0, bytes.size - from), from);
      this.#done += piece.length;
      this.#say("Reading", this.#done, this.#total);
    }
    return whole;
  }
}

async function piecesOf(
  file: string,
  from: number,
  slice: OwnFile["bytes"],
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await slice.arrayBuffer());
  } catch {
    const found = "that it was moved, changed or locked since it was chosen";
    throw refused({ file, place: `byte ${from}`, expected: "a file that can be read", found });
  }
}

/** Throws `DataRefused` where the files together are larger than the page takes on. */
export function checkTotal(files: readonly OwnFile[], limit: number): void {
  const total = totalOf(files);
  const [first] = files;
  if (total <= limit || !first) return;
  const file = files.length === 1 ? first.path : `${files.length} files`;
  const expected = `at most ${inMegabytes(limit)}`;
  throw refused({ file, place: null, expected, found: inMegabytes(total) });
}

function totalOf(files: readonly OwnFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.size, 0);
}
