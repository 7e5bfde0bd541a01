import {
  greatest,
  mean,
  minus,
  named,
  num,
  over,
  plus,
  root,
  times,
  worth,
} from "../contract/equation.ts";
import type { Equation, Expression } from "../contract/equation.ts";
import { bare, bareGradient } from "./affine.ts";
import { at, epsilon, names, of, ROWS } from "./look.ts";
import type { Look } from "./look.ts";
import type { MethodWalk } from "./method-walk.ts";
import { batchStatistics, runningAverage } from "./observed.ts";

/** Batch Normalisation: centred and scaled by this batch, exactly differentiated. */
export const batchNorm: MethodWalk = {
  normalise: {
    sentence: "BN takes this batch’s mean off and divides by this batch’s deviation.",
    equations: (look) => [
      {
        name: names.normalised("i"),
        from: normalised(look, "i", look.position),
        network: at(look.dissection.normalised, look),
        words: "the row that is followed, normalised",
      },
    ],
  },
  remember: {
    sentence:
      "BN itself keeps a share α of what it remembered and takes in the rest from this batch; it will be used at inference.",
    equations: remembered,
  },
  backward: {
    sentence:
      "The gradient loses its mean, which flows through this batch’s mean, and what points along x̂, which flows through its variance: nothing is left out.",
    equations: backward,
  },
};

function statistics(look: Look): { centre: Expression; variance: Expression } {
  const [average, spread] = batchStatistics(look);
  return {
    centre: named(names.batchMean, average ? worth(average.from) : Number.NaN),
    variance: named(names.batchVariance, spread ? worth(spread.from) : Number.NaN),
  };
}

function deviation(look: Look, variance: Expression): Expression {
  const isAdded = look.dissection.params["epsilon"] !== "clamped";
  return root(isAdded ? plus(variance, epsilon) : greatest(variance, epsilon));
}

function normalised(look: Look, index: string, position: number): Expression {
  const { centre, variance } = statistics(look);
  const x = named(names.x(index), at(look.dissection.x, look, { position }));
  return over(minus(x, centre), deviation(look, variance));
}

function remembered(look: Look): readonly Equation[] {
  const { memoryBefore, memoryAfter, params } = look.dissection;
  const { centre, variance } = statistics(look);
  const count = look.rows.length;
  const isUnbiased = params["runningVariance"] !== "biased" && count > 1;
  const n = named(ROWS, count);
  const fresh = isUnbiased ? times(variance, over(n, minus(n, num(1)))) : variance;
  return [
    {
      name: { letter: "µ′", below: "BN" },
      from: runningAverage(
        look,
        named({ letter: "µ", below: "BN" }, of(memoryBefore["mean"], look)),
        centre,
      ),
      network: of(memoryAfter["mean"], look),
      words: "BN’s own mean",
    },
    {
      name: { letter: "σ′", below: "BN", above: "2" },
      from: runningAverage(
        look,
        named({ letter: "σ", below: "BN", above: "2" }, of(memoryBefore["variance"], look)),
        fresh,
      ),
      network: of(memoryAfter["variance"], look),
      words: isUnbiased
        ? "BN’s own variance, divided by N − 1 as PyTorch does"
        : "BN’s own variance",
    },
  ];
}

function backward(look: Look): readonly Equation[] {
  const { rows, dissection } = look;
  const { centre, variance } = statistics(look);
  const scale = deviation(look, variance);
  const size = worth(scale);
  const hat = (position: number, index: string): Expression => {
    const x = at(dissection.x, look, { position });
    return named(names.normalised(index), (x - worth(centre)) / size);
  };
  const place = (row: number): { position: number } => ({ position: rows[row] ?? 0 });
  const level = mean(ROWS, "j", rows.length, (row) => bare(look, "j", place(row)));
  const slope = mean(ROWS, "j", rows.length, (row) =>
    times(bare(look, "j", place(row)), hat(place(row).position, "j")),
  );
  const [ofMean, ofVariance] = [
    { letter: "g", below: "µ" },
    { letter: "g", below: "σ²" },
  ];
  const along = times(hat(look.position, "i"), named(ofVariance, worth(slope)));
  return [
    bareGradient(look),
    { name: ofMean, from: level, network: null, words: "what flows through this batch’s mean" },
    {
      name: ofVariance,
      from: slope,
      network: null,
      words: "what flows through this batch’s variance",
    },
    {
      name: names.gradient("i"),
      from: over(minus(minus(bare(look, "i"), named(ofMean, worth(level))), along), scale),
      network: at(dissection.gradient, look),
      words: "what goes on to the row that is followed",
    },
  ];
}
