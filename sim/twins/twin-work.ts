import { Random } from "../contract/random.ts";
import type { Field } from "../contract/batch.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import type { Tensor } from "../tensor/ops.ts";
import { Tape } from "../tensor/tape.ts";
import type { TwinCase } from "./twin-case.ts";

/** A case's numbers: the same for all lanes where they are whole, else each lane's own. */
export function numbersOf({ name, inputs }: TwinCase, lane: number): readonly Field[] {
  return inputs.map(({ shape, draw, whole = false }, i) => {
    const random = new Random(`${name}/${i}/${whole ? "all" : lane}`);
    const length = shape.reduce((product, n) => product * n, 1);
    const values = Array.from({ length }, (_, index) => draw(random, index));
    return { values: whole ? Int32Array.from(values) : Float32Array.from(values), shape };
  });
}

/** All that a case computes: its results, then the gradient of each input that has one. */
export function workOf(one: TwinCase, inputs: readonly Tensor[]): readonly Tensor[] {
  const constants = new Constants();
  const tape = one.forwardOnly ? null : new Tape();
  const tf = createOps(constants, tape);
  const watched = inputs.filter((_, i) => !one.inputs[i]?.whole && !one.inputs[i]?.fixed);
  for (const input of watched) tape?.watch(input);
  const results = one.run(tf, inputs);
  if (!tape) return results;
  const [output] = results;
  const size = output.shape.reduce((product, n) => product * n, 1);
  // Uneven, so that no gradient cancels by symmetry.
  const weights = tf.constant("twin weights", output.shape, () =>
    Float32Array.from({ length: size }, (_, i) => Math.cos(1 + 2.3 * i)),
  );
  const loss = tf.sum(
    tf.mul(output, weights),
    output.shape.map((_, axis) => axis),
  );
  const gradients = tape
    .gradients(loss, watched)
    .map((gradient, i) => gradient ?? tf.fill(watched[i]?.shape ?? [], 0));
  return [...results, ...gradients];
}
