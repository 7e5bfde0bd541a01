import { groupScaled } from "./group-scaled.ts";
import { at, of, placeWords } from "./look.ts";
import type { Look } from "./look.ts";

/** Numbers from which a learner can work everything out again. A row is worked out when it is asked for: there may be many. */
export interface NumberTable {
  /** What the table is of. */
  readonly title: string;
  /** What one row is: "row", "channel". */
  readonly of: string;
  readonly head: readonly string[];
  readonly count: number;
  readonly row: (at: number) => NumberRow;
}

export interface NumberRow {
  readonly label: string;
  readonly values: readonly number[];
  readonly isFollowed: boolean;
}

interface Cell {
  readonly head: string;
  readonly value: (position: number, channel: number) => number;
}

/** The real rows of the channel. */
export function rowsTable(look: Look): NumberTable {
  return ofRows(look, look.rows);
}

/** All positions, padded ones too: PN’s ν is moved by those as well. */
export function positionsTable(look: Look): NumberTable {
  return ofRows(
    look,
    Int32Array.from({ length: look.positions }, (_, position) => position),
  );
}

function ofRows(look: Look, positions: Int32Array): NumberTable {
  const cells = activations(look);
  const { channel, dissection } = look;
  return {
    title: `Channel ${channel + 1}, row by row`,
    of: "row",
    head: cells.map(({ head }) => head),
    count: positions.length,
    row: (one) => {
      const position = positions[one] ?? 0;
      const isPadding = dissection.mask !== null && dissection.mask[position] !== 1;
      const words = placeWords(look, position);
      return {
        label: isPadding ? `${words}, padding` : words,
        values: cells.map(({ value }) => value(position, channel)),
        isFollowed: position === look.position,
      };
    },
  };
}

/** The followed row, and what is measured of every channel. */
export function channelsTable(look: Look): NumberTable {
  const { batch, runningBefore, runningAfter, weights, memoryBefore, memoryAfter } =
    look.dissection;
  const own = (
    blocks: Readonly<Record<string, ArrayLike<number>>>,
    head: (name: string) => string,
  ): Cell[] =>
    Object.entries(blocks)
      .filter(([, block]) => block.length === look.channels)
      .map(([name, block]) => ({
        head: head(name),
        value: (_, channel) => of(block, look, channel),
      }));
  const observed = own(
    {
      µ_B: batch.mean,
      µ: runningBefore.mean,
      "µ′": runningAfter.mean,
      "σ²_B": batch.variance,
      "σ²": runningBefore.variance,
      "σ²′": runningAfter.variance,
      "ψ²_B": batch["quadratic-mean"],
      "ψ²": runningBefore["quadratic-mean"],
      "ψ²′": runningAfter["quadratic-mean"],
    },
    (name) => name,
  );
  const cells = [
    ...activations(look),
    ...own(weights, (name) => WEIGHTS[name] ?? name),
    ...observed,
    ...own(memoryBefore, (name) => MEMORY[name] ?? name),
    ...own(memoryAfter, (name) => `${MEMORY[name] ?? name}′`),
  ];
  return {
    title: `Row ${rowNumber(look)}, channel by channel`,
    of: "channel",
    head: cells.map(({ head }) => head),
    count: look.channels,
    row: (channel) => ({
      label: "",
      values: cells.map(({ value }) => value(look.position, channel)),
      isFollowed: channel === look.channel,
    }),
  };
}

const WEIGHTS: Readonly<Record<string, string>> = { gain: "γ", bias: "β" };
const MEMORY: Readonly<Record<string, string>> = {
  mean: "own µ",
  variance: "own σ²",
  quadraticMean: "own ψ²",
  phi: "φ",
  emaGz: "e",
};

/** The number of the followed row among the real ones, counted from 1. */
export function rowNumber({ rows, position }: Look): number {
  return rows.indexOf(position) + 1;
}

/** What is of every position: what came in, what the layer made of it, and what came back. */
function activations(look: Look): readonly Cell[] {
  const { dissection, channels } = look;
  const { x, normalised, y, upstream, gradient, normaliser } = dissection;
  const block = (head: string, values: Float32Array | null): readonly Cell[] =>
    values ? [{ head, value: (position, channel) => at(values, look, { position, channel }) }] : [];
  const u: readonly Cell[] =
    normaliser === "power-norm"
      ? [
          {
            head: "u",
            value: (position, channel) =>
              groupScaled(dissection).u[position * channels + channel] ?? Number.NaN,
          },
        ]
      : [];
  return [
    ...block("x", x),
    ...u,
    ...block("x̂", normalised),
    ...block("y", y),
    ...block("g", upstream),
    ...block("∂L/∂x", gradient),
  ];
}
