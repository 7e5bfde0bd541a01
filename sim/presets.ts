import type { Preset } from "./contract/experiment.ts";
import languageModel from "./presets/language-model.ts";
import ordinaryRate from "./presets/ordinary-rate.ts";
import paperFigure2 from "./presets/paper-figure-2.ts";
import paperOrder from "./presets/paper-order.ts";
import postNormGap from "./presets/post-norm-gap.ts";
import quadraticMean from "./presets/quadratic-mean.ts";

/** The experiments with a name, the page's default first. */
export const presets: readonly Preset[] = [
  paperOrder,
  paperFigure2,
  languageModel,
  ordinaryRate,
  postNormGap,
  quadraticMean,
];
