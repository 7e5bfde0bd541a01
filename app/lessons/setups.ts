/**
 * The small networks that lessons train: a step of one lane takes 20 to 60 ms on `wasm` on two cores of a laptop. They begin
 * from the first preset, and say only what differs from it.
 */
type Words = Readonly<Record<string, string | number | boolean>>;

/** Short sentences of few words, two encoder layers, 64 tokens a batch. */
export function textSetup(words: Words): string {
  return query({
    gradientStatistics: false,
    "translation.longest": 12,
    "translation.vocabulary": 256,
    "translation.tokensPerBatch": 64,
    "translation.heldOut": 64,
    "translation.bleuEvery": 20,
    "translation-transformer.encoderLayers": 2,
    evaluateEvery: 20,
    ...words,
  });
}

/** A ResNet of four channels on pictures of 8 pixels a side. */
export function pictureSetup(words: Words): string {
  return query({ preset: "small-batches", "res-net.width": 4, evaluateEvery: 20, ...words });
}

export function query(words: Words): string {
  return Object.entries(words)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join("&");
}
