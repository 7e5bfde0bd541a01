import type { Sample } from "./workload.ts";

/** Bytes that can be read piece by piece: as much of a browser's Blob or File as is needed. */
export interface ByteSource {
  readonly size: number;
  slice(start: number, end: number): ByteSource;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A file that a learner chose or dropped. */
export interface OwnFile {
  /** Its name, after those of its folders: `animals/cat/1.png`. */
  readonly path: string;
  readonly bytes: ByteSource;
}

/** Pictures of one size, with a class each. */
export interface OwnPictures {
  readonly kind: "pictures";
  readonly classes: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** So many of the last pictures came as a test set, and are never trained on. */
  readonly test: number;
  /** Index of a class, [pictures] */
  readonly labels: Uint8Array;
  /** [pictures, height, width, channels] */
  readonly pixels: Uint8Array;
}

/** Lines of text as numbered words. */
export interface OwnLines {
  /** The commonest words, as they are written. */
  readonly words: readonly string[];
  /** Index of a word, or −1 for a rare one, line after line: int32 [tokens] */
  readonly tokens: Int32Array;
  /** Where each line begins in `tokens`, and at last where the last one ends: int32 [lines + 1] */
  readonly starts: Int32Array;
}

/** Sentence pairs: line 2i is a source, line 2i + 1 its target. */
export interface OwnPairs extends OwnLines {
  readonly kind: "pairs";
}

/** Running text, line by line. */
export interface OwnText extends OwnLines {
  readonly kind: "text";
}

/** What a learner brought, as plain data. */
export type Own = OwnPictures | OwnPairs | OwnText;
export type OwnKind = Own["kind"];

/** The same with its arrays held elsewhere, so that passing it on copies nothing. */
type Packed<Data extends Own> = {
  readonly [Key in keyof Data]: Data[Key] extends Uint8Array | Int32Array ? ByteSource : Data[Key];
};
export type PackedOwn = Packed<OwnPictures> | Packed<OwnPairs> | Packed<OwnText>;

export interface PicturesFound {
  readonly kind: "pictures";
  /** What was read, in words: “CIFAR-10 binary batches”. */
  readonly format: string;
  readonly pictures: number;
  readonly test: number;
  readonly classes: readonly { readonly name: string; readonly pictures: number }[];
  readonly width: number;
  readonly height: number;
  /** The first few, as RGB bytes [height, width, 3]. */
  readonly examples: readonly { readonly label: string; readonly rgb: Uint8Array }[];
}

/** The words of a text, and what a cap on their number would leave unknown. */
export interface WordsFound {
  readonly tokens: number;
  /** Tokens that the commonest 1, 2, 3, … words make up, with capital letters and without. */
  readonly coverage: { readonly asWritten: Int32Array; readonly lowerCase: Int32Array };
}

export interface PairsFound extends WordsFound {
  readonly kind: "pairs";
  readonly format: string;
  readonly pairs: number;
  /** Pairs left out since a side has no word. */
  readonly empty: number;
  /** Pairs left out since a side has more tokens than any setting allows. */
  readonly tooLong: number;
  /** How many pairs have a longer side of so many tokens, [longest of all + 1] */
  readonly lengths: Int32Array;
  /** The first few, shortened. */
  readonly examples: readonly Sample[];
}

export interface TextFound extends WordsFound {
  readonly kind: "text";
  readonly format: string;
  /** Lines with a word. */
  readonly lines: number;
  /** Tokens of the longest of them. */
  readonly longest: number;
  /** The first few, shortened. */
  readonly examples: readonly string[];
}

export type Found = PicturesFound | PairsFound | TextFound;

/** What was read and what it is. */
export interface OwnData {
  readonly found: Found;
  readonly packed: PackedOwn;
}

/** The page to the worker that reads. Many files come in several messages, so that none takes long to post. */
export interface ToReader {
  readonly files: readonly OwnFile[];
  readonly isLast: boolean;
}

/** The worker that reads to the page. One set of files, one answer; then the worker's work is done. */
export type FromReader =
  | {
      readonly type: "progress";
      readonly doing: string;
      readonly done: number;
      readonly of: number;
    }
  | { readonly type: "read"; readonly data: OwnData }
  /** One sentence: file, place, expected, found. */
  | { readonly type: "refused"; readonly sentence: string };

/** Which workload learns from what was brought. */
export const OWN_WORKLOADS: Readonly<Record<OwnKind, string>> = {
  pictures: "own-pictures",
  pairs: "own-translation",
  text: "own-language",
};

/** How many bytes of files the page takes on. */
export const MOST_BYTES = { pictures: 512 * 2 ** 20, text: 64 * 2 ** 20 } as const;
