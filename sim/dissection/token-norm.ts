import { mean, minus, named, over, square, times, worth } from "../contract/equation.ts";
import type { Equation, Expression } from "../contract/equation.ts";
import { atNormalised, bare, bareGradient } from "./affine.ts";
import { at, names, normalisedBy, rooted } from "./look.ts";
import type { Look } from "./look.ts";
import type { MethodWalk } from "./method-walk.ts";

/** How many numbers one statistic is taken over. */
const SIZE = { letter: "C" };
const LEVEL = { letter: "m", below: "i" };
const SPREAD = { letter: "s", below: "i", above: "2" };

/** Layer Normalisation and, without the mean, RMSNorm: every token by itself, over its channels. */
export function tokenNorm(label: string, isCentred: boolean): MethodWalk {
  return {
    normalise: {
      sentence: `${label} looks at no other row: it pools over the channels of this one token, not over the rows of this channel.`,
      equations: (look) => normalised(look, isCentred),
    },
    remember: {
      sentence: `${label} remembers nothing: at inference it does just the same. What is remembered here is the oscilloscope’s.`,
      equations: () => [],
    },
    backward: {
      sentence:
        "What comes back is spread over the channels of this one token; no other row has a part in it.",
      equations: (look) => backward(look, isCentred),
    },
  };
}

interface Where {
  readonly position: number;
  readonly channel: number;
}

/** The numbers that share the statistic with the followed one. */
function members(look: Look): { readonly count: number; readonly place: (one: number) => Where } {
  const { shape, params } = look.dissection;
  const { channels, position } = look;
  const isWhole = shape.length === 4 && params["over"] === "sample";
  if (!isWhole) return { count: channels, place: (channel) => ({ position, channel }) };
  const inside = shape.slice(1, -1).reduce((product, n) => product * n, 1);
  const first = Math.floor(position / inside) * inside;
  return {
    count: inside * channels,
    place: (one) => ({ position: first + Math.floor(one / channels), channel: one % channels }),
  };
}

function statistics(look: Look, isCentred: boolean) {
  const { count, place } = members(look);
  const x = (one: number): Expression =>
    named(names.x("k"), at(look.dissection.x, look, place(one)));
  const average = mean(SIZE, "k", count, x);
  const level = isCentred ? named(LEVEL, worth(average)) : null;
  const spread = mean(SIZE, "k", count, (one) =>
    square(level === null ? x(one) : minus(x(one), level)),
  );
  return { average, level, spread, variance: named(SPREAD, worth(spread)) };
}

function normalised(look: Look, isCentred: boolean): readonly Equation[] {
  const { average, level, spread, variance } = statistics(look, isCentred);
  const x = named(names.x("i"), at(look.dissection.x, look));
  const centre: readonly Equation[] =
    level === null
      ? []
      : [{ name: LEVEL, from: average, network: null, words: "the mean of this token’s channels" }];
  return [
    ...centre,
    {
      name: SPREAD,
      from: spread,
      network: null,
      words: isCentred ? "their variance" : "the mean of their squares",
    },
    {
      name: names.normalised("i"),
      from: normalisedBy(level === null ? x : minus(x, level), variance),
      network: at(look.dissection.normalised, look),
      words: "the number that is followed, normalised",
    },
  ];
}

function backward(look: Look, isCentred: boolean): readonly Equation[] {
  const { level, variance } = statistics(look, isCentred);
  const { count, place } = members(look);
  const scale = rooted(variance);
  const size = worth(scale);
  const centre = level === null ? 0 : worth(level);
  const hat = (index: string, where: Partial<Where>): Expression =>
    named(names.normalised(index), (at(look.dissection.x, look, where) - centre) / size);
  const gradient = (one: number): Expression =>
    named(names.bare("k"), worth(atNormalised(look, "k", place(one))));
  const average = mean(SIZE, "k", count, gradient);
  const slope = mean(SIZE, "k", count, (one) => times(gradient(one), hat("k", place(one))));
  const [ofLevel, ofSpread] = [
    { letter: "g", below: "m" },
    { letter: "g", below: "s²" },
  ];
  const own = bare(look, "i");
  const centred = level === null ? own : minus(own, named(ofLevel, worth(average)));
  const first: readonly Equation[] =
    level === null
      ? []
      : [{ name: ofLevel, from: average, network: null, words: "what flows through the mean" }];
  return [
    bareGradient(look),
    ...first,
    { name: ofSpread, from: slope, network: null, words: "what flows through the spread" },
    {
      name: names.gradient("i"),
      from: over(minus(centred, times(hat("i", {}), named(ofSpread, worth(slope)))), scale),
      network: at(look.dissection.gradient, look),
      words: "what goes on to the number that is followed",
    },
  ];
}
