import type { Catalogue } from "./contract/catalogue.ts";
import discrepancy from "./metrics/discrepancy.ts";
import distance from "./metrics/distance.ts";
import relativeDistance from "./metrics/relative-distance.ts";
import resNet from "./models/res-net.ts";
import translationTransformer from "./models/translation-transformer.ts";
import batchNorm from "./normalisers/batch-norm.ts";
import layerNorm from "./normalisers/layer-norm.ts";
import none from "./normalisers/none.ts";
import powerNormPlain from "./normalisers/power-norm-plain.ts";
import powerNormV from "./normalisers/power-norm-v.ts";
import powerNorm from "./normalisers/power-norm.ts";
import { presets } from "./presets.ts";
import images from "./workloads/images.ts";
import translation from "./workloads/translation.ts";

/** Every definition, in the order a menu shows it. Adding one is one import and one word here. */
export const catalogue: Catalogue = {
  normalisers: [batchNorm, layerNorm, powerNormV, powerNorm, powerNormPlain, none],
  models: [translationTransformer, resNet],
  workloads: [translation, images],
  metrics: [distance, relativeDistance, discrepancy],
  presets,
};
