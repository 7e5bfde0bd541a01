import { mean, minus, named, num, over, plus, times, worth } from "../contract/equation.ts";
import type { Equation, Expression, Name } from "../contract/equation.ts";
import { atNormalised, bare, bareGradient } from "./affine.ts";
import { at, names, of, rooted, ROWS } from "./look.ts";
import type { Look } from "./look.ts";
import {
  divided,
  freshQuadratic,
  groupDivisor,
  groupOf,
  isScaled,
  PHI,
  scaledAt,
  scaledName,
} from "./power-parts.ts";

const NU: Name = { letter: "ν" };
const MEMORY: Name = { letter: "e" };
const ESTIMATED: Name = { letter: "approximate", below: "i" };
const EXACT: Name = { letter: "exact", below: "i" };

/** Power Normalisation's way back, beside the exact one. */
export function powerBackward(look: Look): readonly Equation[] {
  const nu = estimateOf(look);
  const approximate = estimated(look);
  const slope = exactSlope(look);
  const exact = exactly(look, worth(slope));
  return [
    bareGradient(look),
    {
      name: NU,
      from: nu,
      network: null,
      words: "the estimate that stands in, from the steps before",
    },
    { name: ESTIMATED, from: approximate, network: null, words: "what PN passes on" },
    { name: SLOPE, from: slope, network: null, words: "what this batch’s own estimate would be" },
    {
      name: EXACT,
      from: exact,
      network: null,
      words: "the exact gradient, were this batch’s ψ divided by",
    },
    {
      name: { letter: "left out", below: "i" },
      from: minus(named(EXACT, worth(exact)), named(ESTIMATED, worth(approximate))),
      network: null,
      words: "what the approximation leaves out",
    },
    ...throughGroups(look),
    ...(look.dissection.isFrozen ? [] : [moved(look)]),
  ];
}

const SLOPE: Name = { letter: "g", below: "ψ²" };

/** How much of the exact gradient the approximation leaves out over all rows of the channel: ‖exact − approximate‖/‖exact‖. */
export function shareLeftOut(look: Look): number {
  const slope = worth(exactSlope(look));
  let [out, all] = [0, 0];
  for (const position of look.rows) {
    const here = { ...look, position };
    const exact = worth(exactly(here, slope));
    out += (exact - worth(estimated(here))) ** 2;
    all += exact ** 2;
  }
  return all > 0 ? Math.sqrt(out / all) : 0;
}

/** (ĝ − x̂·g_ψ²)/√(ψ²_B + ε): what the gradient would be, were this batch’s ψ divided by. */
function exactly(look: Look, slope: number): Expression {
  return over(
    minus(bare(look, "i"), times(byBatch(look, look.position, "i"), named(SLOPE, slope))),
    rooted(freshQuadratic(look)),
  );
}

function estimateOf(look: Look, channel: number = look.channel): Expression {
  const { clock, memoryBefore } = look.dissection;
  return times(
    minus(num(1), named(names.alpha, clock.alpha)),
    named(MEMORY, of(memoryBefore["emaGz"], look, channel)),
  );
}

/** x̂ as the layer computed it. */
function hat(
  look: Look,
  position: number,
  index: string,
  channel: number = look.channel,
): Expression {
  const root = worth(rooted(divided(look, channel)));
  return named(names.normalised(index), scaledAt(look, position, channel) / root);
}

/** x̂ were this batch's ψ divided by: the layer's own until warm-up ends. */
function byBatch(look: Look, position: number, index: string): Expression {
  const root = worth(rooted(freshQuadratic(look)));
  const { step, warmUp } = look.dissection.clock;
  const name = step <= warmUp ? names.normalised(index) : { letter: "ẑ", below: index };
  return named(name, scaledAt(look, position) / root);
}

/** (ĝ − ν·x̂)/√(ψ² + ε) at the followed position. */
function estimated(look: Look, channel: number = look.channel): Expression {
  const { params, memoryBefore } = look.dissection;
  const where = { channel };
  const index = channel === look.channel ? "i" : "k";
  const divisor =
    params["backwardDivisor"] === "running"
      ? named(PHI, of(memoryBefore["phi"], look, channel))
      : freshQuadratic(look, channel);
  const gradient = named(names.bare(index), worth(atNormalised(look, index, where)));
  const nu = named(NU, worth(estimateOf(look, channel)));
  return over(
    minus(gradient, times(nu, hat(look, look.position, index, channel))),
    rooted(divisor),
  );
}

function exactSlope(look: Look): Expression {
  const { rows } = look;
  return mean(ROWS, "j", rows.length, (row) => {
    const position = rows[row] ?? 0;
    return times(bare(look, "j", { position }), byBatch(look, position, "j"));
  });
}

/** From u back to x, where groups are scaled. */
function throughGroups(look: Look): readonly Equation[] {
  const network = at(look.dissection.gradient, look);
  const words = "what goes on to the row that is followed";
  const own = named(ESTIMATED, worth(estimated(look)));
  if (!isScaled(look)) return [{ name: names.gradient("i"), from: own, network, words }];
  const { first, size } = groupOf(look);
  const u = (channel: number, index: string): Expression =>
    named(scaledName(look, index), scaledAt(look, look.position, channel));
  const along = mean({ letter: "G" }, "k", size, (one) =>
    times(
      named({ letter: "approximate", below: "k" }, worth(estimated(look, first + one))),
      u(first + one, "k"),
    ),
  );
  const alongName = { letter: "m", below: "i" };
  return [
    {
      name: alongName,
      from: along,
      network: null,
      words: "how far what is passed on points along u, over its own group",
    },
    {
      name: names.gradient("i"),
      from: over(
        minus(own, times(u(look.channel, "i"), named(alongName, worth(along)))),
        groupDivisor(look),
      ),
      network,
      words: `${words}, back through the group scaling`,
    },
  ];
}

/** ν/(1 − α) moves by what x̂ still finds in the estimate, over all positions, padded ones too. */
function moved(look: Look): Equation {
  const { memoryBefore, memoryAfter } = look.dissection;
  const nu = named(NU, worth(estimateOf(look)));
  const change = mean({ letter: "P" }, "j", look.positions, (position) => {
    const z = hat(look, position, "j");
    return times(minus(bare(look, "j", { position }), times(nu, z)), z);
  });
  return {
    name: { letter: "e′" },
    from: plus(named(MEMORY, of(memoryBefore["emaGz"], look)), change),
    network: of(memoryAfter["emaGz"], look),
    words: "what ν will be made from at the next step, over all P positions, padded ones too",
  };
}
