import { dispose } from "../tensor/engine.ts";
import type { Tensor } from "../tensor/ops.ts";

/** Everything a lane carries from step to step, on the device. Replaced whole; the old one is disposed. */
export interface LaneState {
  /** All weights as one vector, [parameters]. */
  readonly parameters: Tensor;
  readonly optimiser: readonly Tensor[];
  /** Each site's memory, by site and name. */
  readonly memory: Readonly<Record<string, Readonly<Record<string, Tensor>>>>;
}

/** Everything by name, in a fixed order. */
export function namedTensors({ parameters, optimiser, memory }: LaneState): [string, Tensor][] {
  return [
    ["parameters", parameters],
    ...optimiser.map((tensor, slot): [string, Tensor] => [`optimiser ${slot}`, tensor]),
    ...Object.entries(memory).flatMap(([site, tensors]) =>
      Object.entries(tensors).map(([name, tensor]): [string, Tensor] => [
        `${site} / ${name}`,
        tensor,
      ]),
    ),
  ];
}

function tensorsOf(state: LaneState): Tensor[] {
  return [
    state.parameters,
    ...state.optimiser,
    ...Object.values(state.memory).flatMap((site) => Object.values(site)),
  ];
}

/** The only place where what a lane carries is let go. Tensors that live on in `next` are spared. */
export function replace(old: LaneState, next: LaneState): LaneState {
  const living = new Set(tensorsOf(next));
  dispose(tensorsOf(old).filter((tensor) => !living.has(tensor)));
  return next;
}

export function discard(state: LaneState): void {
  dispose(tensorsOf(state));
}
