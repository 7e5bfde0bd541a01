import * as tf from "@tensorflow/tfjs-core";
import type { Operand, Tensor } from "./ops.ts";

/** A tensor as TensorFlow.js knows it. */
export type Raw = tf.Tensor;

/** Every `Tensor` in the house was made by TensorFlow.js behind this door; the contract merely hides it. */
export function raw(x: Tensor): Raw {
  return x as Raw;
}

export function rawOperand(x: Operand): Raw | number {
  return typeof x === "number" ? x : raw(x);
}

/** From dL/d(output) to dL/d(input), one for each input, null where `wanted` is false or nothing flows. */
export type Backward = (gradient: Raw, wanted: readonly boolean[]) => readonly (Raw | null)[];

interface Entry {
  readonly inputs: readonly Raw[];
  readonly output: Raw;
  readonly backward: Backward;
}

/**
 * Reverse-mode differentiation over our own operations. Each operation knows its own gradient, so none of TensorFlow.js's
 * gradients (some of which need kernels that wasm lacks) are used.
 */
export class Tape {
  readonly #entries: Entry[] = [];
  readonly #active = new Set<Raw>();

  /** From here on, gradients with respect to this tensor can be asked for. */
  watch(x: Tensor): void {
    this.#active.add(raw(x));
  }

  /** Notes that `output` came from `inputs`. */
  record(inputs: readonly Raw[], output: Raw, backward: Backward): void {
    if (!inputs.some((input) => this.#active.has(input))) return;
    this.#active.add(output);
    this.#entries.push({ inputs, output, backward });
  }

  /** dL/dx of the scalar `loss` for each x; null where x has no part in it. */
  gradients(loss: Tensor, wrt: readonly Tensor[]): (Tensor | null)[] {
    const gradients = new Map<Raw, Raw>([[raw(loss), tf.onesLike(raw(loss))]]);
    for (let i = this.#entries.length - 1; i >= 0; i--) {
      const { inputs, output, backward } = this.#entries[i] as Entry;
      const gradient = gradients.get(output);
      if (!gradient) continue;
      const wanted = inputs.map((input) => this.#active.has(input));
      const parts = backward(gradient, wanted);
      inputs.forEach((input, at) => {
        const part = parts[at];
        if (!part || !wanted[at]) return;
        const sofar = gradients.get(input);
        gradients.set(input, sofar ? tf.add(sofar, part) : part);
      });
    }
    return wrt.map((x) => gradients.get(raw(x)) ?? null);
  }
}
