import { mean, minus, named, num, over, plus, square, times } from "../contract/equation.ts";
import type { Equation, Expression } from "../contract/equation.ts";
import { at, names, normalisedBy, of, ROWS } from "./look.ts";
import type { Look } from "./look.ts";
import type { MethodWalk } from "./method-walk.ts";
import { distanceOver, runningAverage } from "./observed.ts";
import { powerBackward, shareLeftOut } from "./power-backward.ts";
import {
  divided,
  freshQuadratic,
  GROUP_ROOT,
  groupDivisor,
  groupRoot,
  isScaled,
  PHI,
  scaledAt,
  scaledName,
} from "./power-parts.ts";

/** Power Normalisation, with group scaling as released or without it. */
export const powerNorm: MethodWalk = {
  distance: ownDistance,
  normalise: {
    sentence:
      "PN divides by what it remembers and not by this batch; until its warm-up ends, by this batch’s ψ.",
    equations: normalised,
  },
  remember: {
    sentence:
      "PN takes this batch into φ; during warm-up first into a mean of all steps so far, then once more.",
    equations: remembered,
  },
  backward: {
    sentence:
      "PN’s way back is approximate: ν, a running estimate, stands where the exact gradient has this batch’s own g.",
    equations: powerBackward,
    note: leftOutWords,
  },
};

function normalised(look: Look): readonly Equation[] {
  const { rows, position, dissection } = look;
  const u = (at: number, index: string): Expression =>
    named(scaledName(look, index), scaledAt(look, at));
  const before: readonly Equation[] = isScaled(look)
    ? [
        {
          name: GROUP_ROOT,
          from: groupRoot(look),
          network: null,
          words: "the root mean square of its own group of channels, in this row",
        },
        {
          name: scaledName(look, "i"),
          from: over(named(names.x("i"), at(dissection.x, look)), groupDivisor(look)),
          network: null,
          words: "scaled by it",
        },
        {
          name: { letter: "ψ", below: "u", above: "2" },
          from: mean(ROWS, "j", rows.length, (row) => square(u(rows[row] ?? 0, "j"))),
          network: null,
          words: "this batch’s quadratic mean of the scaled rows",
        },
      ]
    : [];
  return [
    ...before,
    {
      name: names.normalised("i"),
      from: normalisedBy(u(position, "i"), divided(look)),
      network: at(dissection.normalised, look),
      words:
        dissection.clock.step <= dissection.clock.warmUp
          ? "in warm-up: divided by this batch’s"
          : "after warm-up: divided by what is remembered",
    },
  ];
}

function remembered(look: Look): readonly Equation[] {
  const { clock, memoryBefore, memoryAfter } = look.dissection;
  const { step, warmUp } = clock;
  const phi = named(PHI, of(memoryBefore["phi"], look));
  const fresh = freshQuadratic(look);
  const t = named({ letter: "t" }, step);
  const sofar = plus(times(phi, over(minus(t, num(1)), t)), over(fresh, t));
  return [
    {
      name: { letter: "φ′" },
      from: runningAverage(look, step < warmUp ? sofar : phi, fresh),
      network: of(memoryAfter["phi"], look),
      words: "PN’s own running ψ²",
    },
  ];
}

/** Only the released form compares something other than its plain input. */
function ownDistance(look: Look): readonly Equation[] {
  if (!isScaled(look)) return [];
  return [
    distanceOver(look, {
      statistic: "quadratic-mean",
      of: "own",
      words: "all channels: the point that is plotted as “PN own”",
      term: (one) =>
        minus(
          freshQuadratic(look, one, ",c"),
          named({ letter: "φ", below: "c" }, of(look.dissection.memoryBefore["phi"], look, one)),
        ),
    }),
  ];
}

function leftOutWords(look: Look): string {
  const share = Math.round(100 * shareLeftOut(look));
  return `Over all ${look.rows.length} rows of this channel, what is left out is ${share} % as long as the exact gradient.`;
}
