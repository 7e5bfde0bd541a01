import * as tf from "@tensorflow/tfjs-core";
import type { Raw } from "./tape.ts";

/**
 * Small tensors that every step needs again, made once and kept until the device closes: they cost no upload a step.
 * Keyed by what they are; the device's owner calls `dispose`.
 */
export class Constants {
  readonly #kept = new Map<string, Raw>();

  get count(): number {
    return this.#kept.size;
  }

  /** [1, n] of ones: a row that sums whatever it multiplies. */
  onesRow(n: number): Raw {
    return this.#keep(`ones/${n}`, () => tf.ones([1, n]));
  }

  /** 0 where a query may see a key, −10⁹ after its own position: [1, n, n]. */
  causalBias(n: number): Raw {
    return this.#keep(`causal/${n}`, () => {
      const values = new Float32Array(n * n);
      for (let query = 0; query < n; query++)
        values.fill(-1e9, query * n + query + 1, (query + 1) * n);
      return tf.tensor3d(values, [1, n, n]);
    });
  }

  /** Any other constant, by a name that says all that went into it. */
  named(name: string, make: () => Raw): Raw {
    return this.#keep(name, make);
  }

  dispose(): void {
    for (const tensor of this.#kept.values()) tensor.dispose();
    this.#kept.clear();
  }

  #keep(name: string, make: () => Raw): Raw {
    let tensor = this.#kept.get(name);
    if (!tensor) {
      tensor = tf.keep(make());
      this.#kept.set(name, tensor);
    }
    return tensor;
  }
}
