// Momentum: its memory is the gradient, while Adam's step divides out how large that was, so that rounding alone decides it
// where the gradient is nothing but rounding.
const COMMON = `steps=40&evaluateEvery=1000&warmUp=1&optimiser=momentum&learningRate=0.01&gradientStatistics=true`;
const TRANSLATION = `${COMMON}&translation-transformer.encoderLayers=1&translation-transformer.decoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=64&translation.pairs=500&translation.longest=10&translation.vocabulary=256`;
/** The smallest of every model, for tests without a device. */
export const SMALL_MODELS = {
  "pre-norm": TRANSLATION,
  "post-norm": `${TRANSLATION}&translation-transformer.placement=post-norm`,
  "language model": `${COMMON}&workload=language&language-model.layers=1&language-model.width=16&language.tokensPerBatch=64&language.sequenceLength=16&language.sentences=500&language.vocabulary=256`,
  ResNet: `${COMMON}&workload=images&images.imagesPerBatch=4&images.pictures=256&res-net.width=4&seed=3`,
} as const;
