import { mean, named, square, worth } from "../contract/equation.ts";
import type { Expression, Name } from "../contract/equation.ts";
import { groupScaled } from "./group-scaled.ts";
import { at, names, of, rooted } from "./look.ts";
import type { Look } from "./look.ts";

/** φ, the running ψ² that Power Normalisation divides by. */
export const PHI: Name = { letter: "φ" };

/** u: x itself where no groups are scaled. */
export function scaledName(look: Look, index: string): Name {
  return isScaled(look) ? { letter: "u", below: index } : names.x(index);
}

export function isScaled(look: Look): boolean {
  return groupScaled(look.dissection).groups > 0;
}

export function scaledAt(look: Look, position: number, channel: number = look.channel): number {
  return groupScaled(look.dissection).u[position * look.channels + channel] ?? Number.NaN;
}

/** ψ²_B of u. */
export function freshQuadratic(look: Look, channel: number = look.channel, index = ""): Expression {
  const name = isScaled(look)
    ? { letter: "ψ", below: `u${index}`, above: "2" }
    : names.batchQuadratic;
  return named(name, of(groupScaled(look.dissection).quadraticMean, look, channel));
}

/** What the layer divides by. */
export function divided(look: Look, channel: number = look.channel): Expression {
  const { clock, memoryBefore } = look.dissection;
  return clock.step <= clock.warmUp
    ? freshQuadratic(look, channel)
    : named(PHI, of(memoryBefore["phi"], look, channel));
}

/** The channels of the followed position that are scaled together with this one. */
export function groupOf(look: Look): { readonly first: number; readonly size: number } {
  const size = look.channels / groupScaled(look.dissection).groups;
  return { first: Math.floor(look.channel / size) * size, size };
}

/** √(mean of x² over the group + ε). */
export function groupRoot(look: Look): Expression {
  const { first, size } = groupOf(look);
  const { x } = look.dissection;
  return rooted(
    mean({ letter: "G" }, "k", size, (one) =>
      square(named(names.x("k"), at(x, look, { channel: first + one }))),
    ),
  );
}

export const GROUP_ROOT: Name = { letter: "s", below: "i" };

/** The same as a number that has been worked out before. */
export function groupDivisor(look: Look): Expression {
  return named(GROUP_ROOT, worth(groupRoot(look)));
}
