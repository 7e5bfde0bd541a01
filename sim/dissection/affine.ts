import { named, plus, times, worth } from "../contract/equation.ts";
import type { Equation, Expression } from "../contract/equation.ts";
import { at, names, of } from "./look.ts";
import type { Look } from "./look.ts";

/** y = γ·x̂ + β, from x̂ as it was worked out. */
export function scaledAndShifted(look: Look, normalised: number): Equation {
  const { weights, y } = look.dissection;
  const scaled = times(
    named(names.gain(), of(weights["gain"], look)),
    named(names.normalised("i"), normalised),
  );
  const { bias } = weights;
  return {
    name: names.y("i"),
    from: bias ? plus(scaled, named(names.bias(), of(bias, look))) : scaled,
    network: at(y, look),
    words: "what goes on into the network",
  };
}

/** ĝ = γ·g: the gradient at x̂. */
export function atNormalised(
  look: Look,
  index: string,
  where: { readonly position?: number; readonly channel?: number } = {},
): Expression {
  const { weights, upstream } = look.dissection;
  const isAcross = where.channel !== undefined;
  return times(
    named(names.gain(isAcross ? index : ""), of(weights["gain"], look, where.channel)),
    named(names.upstream(index), at(upstream, look, where)),
  );
}

/** ĝ of the followed row, as a line of its own. */
export function bareGradient(look: Look): Equation {
  return {
    name: names.bare("i"),
    from: atNormalised(look, "i"),
    network: null,
    words: "the gradient that comes back, through γ",
  };
}

/** ĝ with its number, where it has been worked out before. */
export function bare(
  look: Look,
  index: string,
  where: { readonly position?: number; readonly channel?: number } = {},
): Expression {
  return named(names.bare(index), worth(atNormalised(look, index, where)));
}
