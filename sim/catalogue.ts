import type { Catalogue } from "./contract/catalogue.ts";
import discrepancy from "./metrics/discrepancy.ts";
import distance from "./metrics/distance.ts";
import gradientDistance from "./metrics/gradient-distance.ts";
import gradientSize from "./metrics/gradient-size.ts";
import relativeDistance from "./metrics/relative-distance.ts";
import languageModel from "./models/language-model.ts";
import resNet from "./models/res-net.ts";
import translationTransformer from "./models/translation-transformer.ts";
import batchNorm from "./normalisers/batch-norm.ts";
import layerNorm from "./normalisers/layer-norm.ts";
import none from "./normalisers/none.ts";
import powerNormPlain from "./normalisers/power-norm-plain.ts";
import powerNormV from "./normalisers/power-norm-v.ts";
import powerNorm from "./normalisers/power-norm.ts";
import groupNorm from "./normalisers/group-norm.ts";
import rmsNorm from "./normalisers/rms-norm.ts";
import instanceNorm from "./normalisers/instance-norm.ts";
import batchRenorm from "./normalisers/batch-renorm.ts";
import regularisedBatchNorm from "./normalisers/regularised-batch-norm.ts";
import meanOnlyBatchNorm from "./normalisers/mean-only-batch-norm.ts";
import switchableNorm from "./normalisers/switchable-norm.ts";
import attentiveNorm from "./normalisers/attentive-norm.ts";
import scaleNorm from "./normalisers/scale-norm.ts";
import dynamicTanh from "./normalisers/dynamic-tanh.ts";
import weightNorm from "./normalisers/weight-norm.ts";
import weightNormMeanOnly from "./normalisers/weight-norm-mean-only.ts";
import generalisedHamming from "./normalisers/generalised-hamming.ts";
import fixup from "./normalisers/fixup.ts";
import { presets } from "./presets.ts";
import images from "./workloads/images.ts";
import language from "./workloads/language.ts";
import ownLanguage from "./workloads/own-language.ts";
import ownPictures from "./workloads/own-pictures.ts";
import ownTranslation from "./workloads/own-translation.ts";
import translation from "./workloads/translation.ts";

/** Every definition, in the order a menu shows it. Adding one is one import and one word here. */
export const catalogue: Catalogue = {
  normalisers: [
    batchNorm,
    layerNorm,
    powerNormV,
    powerNorm,
    powerNormPlain,
    none,
    groupNorm,
    rmsNorm,
    instanceNorm,
    batchRenorm,
    regularisedBatchNorm,
    meanOnlyBatchNorm,
    switchableNorm,
    attentiveNorm,
    scaleNorm,
    dynamicTanh,
    weightNorm,
    weightNormMeanOnly,
    generalisedHamming,
    fixup,
  ],
  models: [translationTransformer, languageModel, resNet],
  workloads: [translation, language, images, ownTranslation, ownLanguage, ownPictures],
  metrics: [distance, relativeDistance, discrepancy, gradientSize, gradientDistance],
  presets,
};
