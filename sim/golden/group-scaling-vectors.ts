import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import { Tape } from "../tensor/tape.ts";
import { compare } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { readGolden } from "./golden-file.ts";
import type { GoldenFile } from "./golden-file.ts";

interface Inputs {
  readonly shape: { readonly T: number; readonly B: number; readonly C: number };
  readonly X: readonly (readonly number[])[];
  readonly G: readonly (readonly number[])[];
}

interface Vectors {
  readonly settings: { readonly eps: number; readonly group_num: number };
  readonly steps: readonly { readonly y: readonly number[]; readonly dX: readonly number[] }[];
}

/** Group scaling alone: every token's groups of channels by their own root mean square. */
export async function checkGroupScaling(files: readonly GoldenFile[]): Promise<Compared[]> {
  const { shape, X, G } = readGolden<Inputs>(files, "powernorm/inputs.json");
  const { settings, steps } = readGolden<Vectors>(files, "powernorm/groupscaling_g2.json");
  const { T, B, C } = shape;
  const constants = new Constants();
  const results: Compared[] = [];
  for (const [k, want] of steps.entries()) {
    const { y, gx } = scope(() => {
      const tape = new Tape();
      const tf = createOps(constants, tape);
      const [x, gy] = [X[k], G[k]].map((values) =>
        upload({ values: Float32Array.from(values ?? []), shape: [T, B, C] }),
      ) as [ReturnType<typeof upload>, ReturnType<typeof upload>];
      tape.watch(x);
      const u = tf.standardiseTokens(x, {
        groups: settings.group_num,
        centre: false,
        epsilon: settings.eps,
      });
      const loss = tf.sum(tf.mul(u, gy), [0, 1, 2]);
      return { y: u, gx: tape.gradients(loss, [x])[0] ?? tf.fill([T, B, C], Number.NaN) };
    });
    results.push(
      compare("powernorm/groupscaling_g2", `step ${k + 1} y`, await download(y), want.y),
      compare("powernorm/groupscaling_g2", `step ${k + 1} dX`, await download(gx), want.dX),
    );
    dispose([y, gx]);
  }
  constants.dispose();
  return results;
}
