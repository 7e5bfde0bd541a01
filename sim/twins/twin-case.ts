import type { Random } from "../contract/random.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";

/** What an operation is given: numbers of a shape, drawn one by one. */
export interface TwinInput {
  readonly shape: readonly number[];
  readonly draw: (random: Random, index: number) => number;
  /** Whole numbers of the batch, through which no gradient flows. */
  readonly whole?: boolean;
  /** Given as it is: no gradient is asked for. */
  readonly fixed?: boolean;
}

/** One operation on one shape: what is computed twice. */
export interface TwinCase {
  readonly name: string;
  readonly inputs: readonly TwinInput[];
  /** The first result is differentiated, as the sum of its numbers with uneven weights; all are compared. */
  readonly run: (tf: Ops, inputs: readonly Tensor[]) => readonly [Tensor, ...Tensor[]];
  /** Nothing is differentiated. */
  readonly forwardOnly?: boolean;
  /** How large the numbers are that cancel in a result: errors are relative to that, where it is more than the result. */
  readonly scale?: number;
}

export function normal(...shape: number[]): TwinInput {
  return { shape, draw: (random) => random.normal() };
}

export function positive(...shape: number[]): TwinInput {
  return { shape, draw: (random) => 0.5 + random.uniform() };
}

/** Away from zero, where a derivative jumps. */
export function awayFromZero(...shape: number[]): TwinInput {
  return {
    shape,
    draw: (random) => (random.uniform() < 0.5 ? -1 : 1) * (0.1 + random.uniform()),
  };
}

/** 1 for real rows: the first of each sentence, and others by chance; [batch, length, 1]. */
export function mask(batch: number, length: number): TwinInput {
  return {
    shape: [batch, length, 1],
    draw: (random, index) => Number(index % length === 0 || random.uniform() < 0.5),
    fixed: true,
  };
}

/** One real row among many, [batch, length, 1]. */
export function loneRow(batch: number, length: number): TwinInput {
  return { shape: [batch, length, 1], draw: (_, index) => Number(index === length), fixed: true };
}

export function ids(below: number, ...shape: number[]): TwinInput {
  return { shape, draw: (random) => random.below(below), whole: true };
}

/** Two inputs at least are there: the case says so in its list. */
export function at(inputs: readonly Tensor[], index: number): Tensor {
  const input = inputs[index];
  if (!input) throw new Error(`a twin has no input ${index}`);
  return input;
}
