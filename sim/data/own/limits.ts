import { MOST_BYTES } from "../../contract/own-data.ts";

const MEBIBYTE = 2 ** 20;

/** How much of a learner's data the page takes on; each is said in a sentence when it is passed. */
export const LIMITS = {
  /** Bytes of all files of a set of pictures, and of the pictures once unpacked. */
  pictureBytes: MOST_BYTES.pictures,
  textBytes: MOST_BYTES.text,
  files: 200_000,
  /** A zip without its 64-bit extension cannot hold more. */
  zipEntries: 65_535,
  /** Deflate itself reaches 1,032; pictures, which are packed already, hardly 2. */
  zipRatio: 100,
  /** Below this a high ratio is a short file and no bomb. */
  zipRatioFrom: MEBIBYTE,
  classes: 256,
  /** Pixels of one picture before it is scaled down. */
  picturePixels: 32 * MEBIBYTE,
  /** The side of a picture in an IDX file. */
  idxSide: 512,
  fewestPictures: 20,
  fewestPairs: 10,
  fewestTokens: 1000,
  /** Tokens of a side: the most that the setting “Longest sentence” allows. */
  longest: 64,
  /** Letters of a word; a longer one counts as unknown. */
  wordLetters: 64,
  /** Different words that are counted; any further ones count as unknown. */
  countedWords: 2_000_000,
  /** Words that are kept, the commonest; far more than the setting “Vocabulary” allows. */
  keptWords: 65_536,
} as const;

/** “512 MB” */
export function inMegabytes(bytes: number): string {
  return `${inWords(Math.round(bytes / MEBIBYTE))} MB`;
}

/** As the page writes whole numbers: in threes, with narrow spaces that do not break. */
export function inWords(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, "\u202f");
}
