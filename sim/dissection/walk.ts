import type { Dissection, StageId } from "../contract/dissection.ts";
import type { Equation } from "../contract/equation.ts";
import { worth } from "../contract/equation.ts";
import { scaledAndShifted } from "./affine.ts";
import { batchNorm } from "./batch-norm.ts";
import { at } from "./look.ts";
import type { Look } from "./look.ts";
import type { MethodWalk } from "./method-walk.ts";
import { batchStatistics, distances, observedUpdates } from "./observed.ts";
import { powerNormV } from "./power-norm-v.ts";
import { powerNorm } from "./power-norm.ts";
import { tokenNorm } from "./token-norm.ts";

export interface Stage {
  /** One sentence. */
  readonly sentence: string;
  readonly equations: readonly Equation[];
  /** What the numbers come to, in a sentence. */
  readonly note?: string | undefined;
}

/** Whose arithmetic is walked through; of any other method the numbers before and after are shown. */
function walkOf({ normaliser, params, takesRemembered }: Dissection): MethodWalk | null {
  if (takesRemembered) return null;
  switch (normaliser) {
    case "batch-norm":
      return batchNorm;
    case "power-norm-v":
      return powerNormV;
    case "power-norm":
    case "power-norm-plain":
      return powerNorm;
    case "layer-norm":
      return tokenNorm("LN", true);
    case "rms-norm":
      return params["epsilon"] === "inside" && params["share"] === 1
        ? tokenNorm("RMSNorm", false)
        : null;
    default:
      return null;
  }
}

/** What is to be said and worked out at one stage; `label` is the method's name. */
export function stageOf(id: StageId, look: Look, label: string): Stage {
  const { dissection } = look;
  const walk = walkOf(dissection);
  switch (id) {
    case "batch":
      return {
        sentence: `What comes into the layer in this channel: one number for each of the batch’s ${look.rows.length} real rows.`,
        equations: [],
      };
    case "statistics":
      return {
        sentence:
          "The oscilloscope takes three statistics of the channel, in every lane alike: thin is this batch, thick what is remembered.",
        equations: batchStatistics(look),
      };
    case "distance":
      return {
        sentence:
          "How far this batch lies from what is remembered, before it is taken in; over all channels it is the point in the chart above.",
        equations: [...distances(look), ...(walk?.distance?.(look) ?? [])],
      };
    case "normalise":
      return ownStage(walk?.normalise, look, withoutWalk(look, label));
    case "scale":
      return scaleStage(look, label);
    case "remember": {
      if (dissection.isFrozen) return { sentence: FROZEN, equations: [] };
      const own = ownStage(
        walk?.remember,
        look,
        `What ${label} itself remembers is listed as the network computed it.`,
      );
      return { ...own, equations: [...own.equations, ...observedUpdates(look)] };
    }
    case "backward":
      return ownStage(
        walk?.backward,
        look,
        dissection.gradient
          ? `The gradient before ${label} and after it, as the network computed them; its own way back is not taken apart here.`
          : "No normaliser stands here, so nothing is taken off the gradient.",
      );
    default:
      return id satisfies never;
  }
}

const FROZEN =
  "What is remembered was held by hand in this step: this batch was not taken in, by the layer or the oscilloscope.";

function ownStage(
  stage: MethodWalk["normalise"] | undefined,
  look: Look,
  otherwise: string,
): Stage {
  if (!stage) return { sentence: otherwise, equations: [] };
  return {
    sentence: stage.sentence,
    equations: stage.equations(look),
    note: stage.note?.(look),
  };
}

function withoutWalk({ dissection }: Look, label: string): string {
  if (dissection.takesRemembered)
    return `By hand, ${label} took what it remembers in this step, as at inference: its numbers are shown as the network computed them.`;
  if (!dissection.y) return "No normaliser stands here: what comes in goes on as it is.";
  return dissection.normalised
    ? `What ${label} makes of the channel, as the network computed it; its own steps are not taken apart here.`
    : `What ${label} makes of the channel, as the network computed it; it has no x̂ apart from its output.`;
}

function scaleStage(look: Look, label: string): Stage {
  const { dissection } = look;
  if (!dissection.normalised)
    return {
      sentence: dissection.y
        ? `${label} does not end in a γ of each channel.`
        : "There is nothing to scale.",
      equations: [],
    };
  const walk = walkOf(dissection);
  const worked = walk?.normalise
    .equations(look)
    .find(({ name }) => name.letter === "x" && name.hat === true);
  const normalised = worked ? worth(worked.from) : at(dissection.normalised, look);
  return {
    sentence: `Two numbers that the channel has learnt, γ and β, stretch and shift it.`,
    equations: [scaledAndShifted(look, normalised)],
  };
}
