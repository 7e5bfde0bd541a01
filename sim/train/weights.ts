import type { Init, WeightSpec } from "../contract/net.ts";
import type { Random } from "../contract/random.ts";

/** A weight's place in the lane's one long vector of parameters. */
export interface WeightSlot {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly size: number;
  /** Multiplies the learning rate. */
  readonly rate: number;
}

/** Where the next slot begins: every slot starts at a multiple of four, as graphics hardware reads numbers by fours. */
export function roomOf(size: number): number {
  return Math.ceil(size / 4) * 4;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

/**
 * The values a weight begins with. The stream is named by the weight alone, so that lanes which share a name and a shape
 * share their start, whatever else they have.
 */
export function drawWeight(
  random: Random,
  name: string,
  { shape, init }: WeightSpec,
): Float32Array {
  const stream = random.stream(`${name} [${shape.join(", ")}]`);
  const draw = sampler(init, stream);
  return Float32Array.from({ length: sizeOf(shape) }, draw);
}

function sampler(init: Init, random: Random): () => number {
  switch (init.kind) {
    case "constant":
      return () => init.value;
    case "normal":
      return () => init.mean + init.deviation * random.normal();
    case "uniform":
      return () => init.low + (init.high - init.low) * random.uniform();
  }
}
