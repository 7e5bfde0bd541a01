/** One array of a batch, as it is uploaded. */
export interface Field {
  readonly values: Float32Array | Int32Array;
  readonly shape: readonly number[];
}

/** Sentence pairs, padded to one length. Ids index the shared vocabulary. */
export interface TranslationBatch {
  readonly kind: "translation";
  /** int32 [sentences, length] */
  readonly source: Field;
  /** 1 where a source token is real, float32 [sentences, length, 1] */
  readonly sourceMask: Field;
  /** What the decoder has read: <s> and the target without its last token, int32 [sentences, length] */
  readonly target: Field;
  /** What it should say next: the target and </s>, int32 [sentences, length] */
  readonly labels: Field;
  /** 1 where a label is real, float32 [sentences, length] */
  readonly labelMask: Field;
  /** Real source tokens: the N of the encoder's statistics. */
  readonly items: number;
}

/** Running text, cut into sequences of one length. Ids index the vocabulary. */
export interface LanguageBatch {
  readonly kind: "language";
  /** What has been read, each place one token behind its label: int32 [sequences, length] */
  readonly tokens: Field;
  /** What comes next, int32 [sequences, length] */
  readonly labels: Field;
  /** 1 where a token is real; padding is only ever at the end, float32 [sequences, length, 1] */
  readonly mask: Field;
  /** Real tokens: the N of the statistics, and the rows of the loss. */
  readonly items: number;
}

/** How many pairs a batch holds: they come first, and rows without one at the end. */
export function pairsIn({ labelMask }: TranslationBatch): number {
  const [sentences = 0, length = 0] = labelMask.shape;
  let pairs = 0;
  while (pairs < sentences && labelMask.values[pairs * length] === 1) pairs++;
  return pairs;
}

export interface ImageBatch {
  readonly kind: "images";
  /** float32 [images, size, size, 3], about −1 to 1 */
  readonly pixels: Field;
  /** int32 [images] */
  readonly labels: Field;
  readonly items: number;
}

export type Batch = TranslationBatch | LanguageBatch | ImageBatch;
export type BatchKind = Batch["kind"];

/** The same batch with its arrays replaced, for example by tensors on the device. */
export type BatchOf<B extends Batch, Array> = {
  readonly [Key in keyof B]: B[Key] extends Field ? Array : B[Key];
};
