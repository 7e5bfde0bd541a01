import type { Init } from "../contract/net.ts";

/** Glorot & Bengio's uniform start: the same variance forwards and backwards. */
export function glorot(inputs: number, outputs: number): Init {
  const bound = Math.sqrt(6 / (inputs + outputs));
  return { kind: "uniform", low: -bound, high: bound };
}

/** He et al.'s normal start for what feeds a ReLU. */
export function he(fanIn: number): Init {
  return { kind: "normal", mean: 0, deviation: Math.sqrt(2 / fanIn) };
}
