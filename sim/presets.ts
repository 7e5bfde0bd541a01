import type { Preset } from "./contract/experiment.ts";
import languageModel from "./presets/language-model.ts";
import largerTransformer from "./presets/larger-transformer.ts";
import nuStability from "./presets/nu-stability.ts";
import ordinaryRate from "./presets/ordinary-rate.ts";
import paperFigure2 from "./presets/paper-figure-2.ts";
import paperOrder from "./presets/paper-order.ts";
import postNormGap from "./presets/post-norm-gap.ts";
import quadraticMean from "./presets/quadratic-mean.ts";
import resNet20 from "./presets/resnet-20.ts";
import smallBatches from "./presets/small-batches.ts";

/** The experiments with a name, the page's default first. */
export const presets: readonly Preset[] = [
  paperOrder,
  paperFigure2,
  languageModel,
  ordinaryRate,
  postNormGap,
  quadraticMean,
  smallBatches,
  nuStability,
  resNet20,
  largerTransformer,
];
