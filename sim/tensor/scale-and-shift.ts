import * as tf from "@tensorflow/tfjs-core";
import type { Constants } from "./constants.ts";
import type { ScaleAndShift, Tensor } from "./ops.ts";
import { asRows, sumRows } from "./rows.ts";
import { raw } from "./tape.ts";
import type { Tape } from "./tape.ts";

/** (x − centre)·scale + shift by channel. The centre is taken off first: nothing cancels where it is large. */
export function scaleAndShift(
  constants: Constants,
  tape: Tape | null,
  x: Tensor,
  { centre, scale, shift }: ScaleAndShift,
): Tensor {
  const input = raw(x);
  const gain = raw(scale);
  const centred = centre ? tf.sub(input, raw(centre)) : input;
  const scaled = tf.mul(centred, gain);
  const output = shift ? tf.add(scaled, raw(shift)) : scaled;
  const inputs = [input, gain, ...(centre ? [raw(centre)] : []), ...(shift ? [raw(shift)] : [])];
  tape?.record(inputs, output, (g, [wantInput, wantGain, ...wantRest]) => {
    const rows = asRows(g);
    const total = wantRest.some(Boolean) ? sumRows(constants, rows) : null;
    const rest = [
      ...(centre ? [total && tf.neg(tf.mul(total, gain))] : []),
      ...(shift ? [total] : []),
    ];
    return [
      wantInput ? tf.mul(g, gain) : null,
      wantGain ? sumRows(constants, tf.mul(rows, asRows(centred))) : null,
      ...rest,
    ];
  });
  return output;
}
