import type { Dissection } from "../contract/dissection.ts";
import { named, over, plus, root } from "../contract/equation.ts";
import type { Expression, Name } from "../contract/equation.ts";

/** A dissection seen from one channel and one row. */
export interface Look {
  readonly dissection: Dissection;
  /** Counted from 0. */
  readonly channel: number;
  readonly channels: number;
  /** All positions, padded ones too. */
  readonly positions: number;
  /** The positions that are real, in order. */
  readonly rows: Int32Array;
  /** The position of the row that is followed. */
  readonly position: number;
}

/** `row` counts the real rows from 0. What lies outside is brought in. */
export function lookAt(dissection: Dissection, channel: number, row: number): Look {
  const channels = dissection.shape.at(-1) ?? 1;
  const positions = dissection.x.length / channels;
  const { mask } = dissection;
  const rows = Int32Array.from({ length: positions }, (_, at) => at).filter(
    (at) => mask === null || mask[at] === 1,
  );
  const position = rows[Math.min(Math.max(0, row), rows.length - 1)] ?? 0;
  return {
    dissection,
    channel: Math.min(Math.max(0, channel), channels - 1),
    channels,
    positions,
    rows,
    position,
  };
}

/** One number of what is of every position. */
export function at(
  block: Float32Array | null,
  { channel, channels, position }: Look,
  where: { readonly position?: number; readonly channel?: number } = {},
): number {
  const place = (where.position ?? position) * channels + (where.channel ?? channel);
  return block?.[place] ?? Number.NaN;
}

/** One number of what is of channels. */
export function of(
  block: ArrayLike<number> | undefined,
  look: Look,
  channel: number = look.channel,
): number {
  return block?.[channel] ?? Number.NaN;
}

/** Where the followed row stands: “sentence 2, token 5”. */
export function placeWords({ dissection: { shape } }: Look, position: number): string {
  const [, second = 1, third = 1] = shape;
  if (shape.length === 3)
    return `sentence ${Math.floor(position / second) + 1}, token ${(position % second) + 1}`;
  const picture = Math.floor(position / (second * third));
  const inside = position % (second * third);
  return `picture ${picture + 1}, line ${Math.floor(inside / third) + 1}, column ${(inside % third) + 1}`;
}

/** Inside the square roots of the methods that are walked through, as their definitions have it. */
export const EPSILON = 1e-5;

export const epsilon: Expression = named({ letter: "ε" }, EPSILON);

export function rooted(statistic: Expression): Expression {
  return root(plus(statistic, epsilon));
}

export function normalisedBy(above: Expression, statistic: Expression): Expression {
  return over(above, rooted(statistic));
}

export const ROWS: Name = { letter: "N" };

/** The names that stand in the formulas of every method. */
export const names = {
  x: (index: string): Name => ({ letter: "x", below: index }),
  normalised: (index: string): Name => ({ letter: "x", hat: true, below: index }),
  y: (index: string): Name => ({ letter: "y", below: index }),
  gain: (index = ""): Name => ({ letter: "γ", below: index }),
  bias: (index = ""): Name => ({ letter: "β", below: index }),
  upstream: (index: string): Name => ({ letter: "g", below: index }),
  bare: (index: string): Name => ({ letter: "g", hat: true, below: index }),
  gradient: (index: string): Name => ({ letter: "∂L/∂x", below: index }),
  alpha: { letter: "α" },
  batchMean: { letter: "µ", below: "B" },
  batchVariance: { letter: "σ", below: "B", above: "2" },
  batchQuadratic: { letter: "ψ", below: "B", above: "2" },
} as const;
