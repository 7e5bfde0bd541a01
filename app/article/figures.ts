export interface Figure {
  /** As the address of an embedding has it. */
  readonly query: string;
  readonly title: string;
  /** CSS pixels, until the embedding says how tall it is. */
  readonly height: number;
}

/** The live figures of the article, in the order in which they stand. */
export const figures = {
  pictures: {
    query: "preset=paper-figure-2&panels=distance&controls=play,reset",
    title:
      "Batch against running statistics of BN, in a ResNet on pictures and in a Transformer on text",
    height: 520,
  },
  tokens: {
    query: "preset=paper-order&lanes=batch-norm&panels=distance&controls=play,reset,batch",
    title: "BN in a Transformer, with the number of tokens in a batch to turn",
    height: 600,
  },
  quadratic: {
    query: "preset=quadratic-mean&metric=discrepancy&panels=distance&controls=play,reset,view",
    title: "Mean, spread and quadratic mean of the same activations",
    height: 560,
  },
  four: {
    query: "preset=paper-order&panels=distance,loss&controls=play,reset,rate",
    title: "PN, LN, PN-V and BN on the same batches",
    height: 760,
  },
  gap: {
    query: "preset=post-norm-gap&panels=loss,gap&controls=play,reset,rate",
    title: "The gap between training and inference",
    height: 620,
  },
} as const satisfies Readonly<Record<string, Figure>>;
