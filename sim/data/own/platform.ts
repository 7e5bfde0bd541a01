import type { ByteSource } from "../../contract/own-data.ts";

/** What a reader needs of the browser, or of Node in a test: readers themselves take bytes and give data. */
export interface Platform {
  /** The text of bytes that were found to be UTF-8. */
  readonly decodeUtf8: (bytes: Uint8Array) => string;
  /** Inflates piece by piece, so that whoever reads can stop; throws where the data is damaged. */
  readonly inflate: (
    bytes: Uint8Array,
    format: "gzip" | "deflate-raw",
  ) => AsyncIterable<Uint8Array>;
  /** The middle square of a PNG or JPEG, scaled: RGB bytes [side, side, 3]; null where it cannot be decoded. */
  readonly decodePicture: (bytes: Uint8Array, side: number) => Promise<Uint8Array | null>;
  /** Puts bytes where passing them on copies nothing. */
  readonly hold: (bytes: Uint8Array | Int32Array) => ByteSource;
}

/** Says how far reading has come. */
export type Say = (doing: string, done: number, of: number) => void;
