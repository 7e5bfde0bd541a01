import { mean, minus, named, over, times, worth } from "../contract/equation.ts";
import type { Expression } from "../contract/equation.ts";
import { bare, bareGradient } from "./affine.ts";
import { at, names, normalisedBy, of, rooted, ROWS } from "./look.ts";
import type { Look } from "./look.ts";
import type { MethodWalk } from "./method-walk.ts";
import { batchStatistics, runningAverage } from "./observed.ts";

/** PN-V: Batch Normalisation without the mean, with ψ_B in place of σ_B. */
export const powerNormV: MethodWalk = {
  normalise: {
    sentence: "PN-V takes no mean off: it divides by this batch’s quadratic mean.",
    equations: (look) => [
      {
        name: names.normalised("i"),
        from: normalisedBy(named(names.x("i"), at(look.dissection.x, look)), quadraticMean(look)),
        network: at(look.dissection.normalised, look),
        words: "the row that is followed, normalised",
      },
    ],
  },
  remember: {
    sentence: "PN-V keeps a running ψ², which serves inference only.",
    equations: (look) => {
      const { memoryBefore, memoryAfter } = look.dissection;
      const old = of(memoryBefore["quadraticMean"], look);
      return [
        {
          name: { letter: "ψ′", below: "PN-V", above: "2" },
          from: runningAverage(
            look,
            named({ letter: "ψ", below: "PN-V", above: "2" }, old),
            quadraticMean(look),
          ),
          network: of(memoryAfter["quadraticMean"], look),
          words: "PN-V’s own quadratic mean",
        },
      ];
    },
  },
  backward: {
    sentence:
      "The gradient loses what points along x̂, which flows through this batch’s ψ²: nothing is left out.",
    equations: backward,
  },
};

function quadraticMean(look: Look): Expression {
  const [, , quadratic] = batchStatistics(look);
  return named(names.batchQuadratic, quadratic ? worth(quadratic.from) : Number.NaN);
}

function backward(look: Look) {
  const { rows, dissection } = look;
  const scale = rooted(quadraticMean(look));
  const size = worth(scale);
  const hat = (position: number, index: string): Expression =>
    named(names.normalised(index), at(dissection.x, look, { position }) / size);
  const slope = mean(ROWS, "j", rows.length, (row) => {
    const position = rows[row] ?? 0;
    return times(bare(look, "j", { position }), hat(position, "j"));
  });
  const ofQuadratic = { letter: "g", below: "ψ²" };
  const along = times(hat(look.position, "i"), named(ofQuadratic, worth(slope)));
  return [
    bareGradient(look),
    { name: ofQuadratic, from: slope, network: null, words: "what flows through this batch’s ψ²" },
    {
      name: names.gradient("i"),
      from: over(minus(bare(look, "i"), along), scale),
      network: at(dissection.gradient, look),
      words: "what goes on to the row that is followed",
    },
  ];
}
