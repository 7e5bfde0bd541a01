import { catalogue } from "../catalogue.ts";
import { entry } from "../contract/catalogue.ts";
import { initialValues } from "../contract/params.ts";
import { compare } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { flatten } from "./golden-file.ts";
import type { Case, Inputs } from "./golden-case.ts";
import type { NetworkCounterpart, Renamed } from "./network-counterparts.ts";
import { runNet } from "./run-net.ts";
import type { NetRun } from "./run-net.ts";
import type { Block } from "./run-site.ts";

/** Three steps of plain gradient descent through part of a network, then one evaluation. */
export async function checkNetworkCase(
  id: string,
  one: Case,
  counterpart: NetworkCounterpart,
  inputs: Inputs,
): Promise<Compared[]> {
  const data = inputs[one.layout];
  const results: Compared[] = [];
  let run = firstRun(one, counterpart);
  for (const [t, want] of one.steps.entries()) {
    const at = `step ${t + 1}`;
    const x = cut(flatten(data.x[t]), counterpart.cutX);
    const gy = cut(flatten(data.gy[t]), counterpart.cutGy);
    const got = await runNet({ ...run, x, gy, clock: { ...run.clock, step: t + 1 } });
    results.push(
      compare(id, `${at} y`, got.y, flatten(want.y).values),
      compare(id, `${at} gx`, got.gx, flatten(want.gx).values),
    );
    for (const renamed of counterpart.weights) {
      const gradient = got.weightGradients[renamed.ours] ?? [];
      const expected = ours(flatten(want.gparams[renamed.theirs]), renamed);
      results.push(
        compare(id, `${at} ${renamed.theirs} (${renamed.ours})`, gradient, expected.values),
      );
    }
    for (const [theirs, name] of Object.entries(counterpart.memory ?? {})) {
      const expected = flatten(want.buffers_after?.[theirs]).values;
      results.push(compare(id, `${at} ${theirs}`, got.memory[name] ?? [], expected));
    }
    run = {
      ...run,
      memory: got.memory,
      weights: descended(run.weights, got.weightGradients, inputs.sgd_lr),
    };
  }
  const x = cut(flatten(data.x_eval), counterpart.cutX);
  const expected = flatten(one.eval.y);
  const { y } = await runNet({ ...run, mode: "evaluate", x, gy: expected });
  return [...results, compare(id, "evaluation y", y, expected.values)];
}

function firstRun(one: Case, counterpart: NetworkCounterpart): NetRun {
  const normaliser = entry(catalogue.normalisers, counterpart.normaliser);
  const none = { values: [], shape: [] };
  return {
    normaliser,
    params: { ...initialValues(normaliser.params), ...counterpart.params },
    layout: one.layout === "conv_nhwc" ? "image" : "sequence",
    mode: "train",
    clock: { step: 1, steps: one.steps.length, warmUp: 0, alpha: counterpart.alpha ?? 0.9 },
    x: none,
    gy: none,
    weights: Object.fromEntries(
      counterpart.weights.map((renamed) => [
        renamed.ours,
        ours(flatten(one.params_init[renamed.theirs]), renamed),
      ]),
    ),
    memory: Object.fromEntries(
      Object.entries(counterpart.memory ?? {}).map(([theirs, name]) => [
        name,
        flatten(one.buffers_init[theirs]).values,
      ]),
    ),
    build: counterpart.build,
  };
}

/** One of the case's arrays as one of our weights. */
function ours(block: Block, { turned, negated, rows }: Renamed): Block {
  const [outputs = 1, inputs = 1] = block.shape;
  const [from, to] = rows ?? [0, outputs];
  const sign = negated ? -1 : 1;
  if (!turned)
    return { values: Array.from(block.values, (value) => value * sign), shape: block.shape };
  const values = Array.from({ length: inputs * (to - from) }, (_, i) => {
    const [input, output] = [Math.floor(i / (to - from)), (i % (to - from)) + from];
    return sign * (block.values[output * inputs + input] ?? Number.NaN);
  });
  return { values, shape: [inputs, to - from] };
}

/** The entries whose every index lies below `lengths`. */
function cut(block: Block, lengths: readonly number[] | undefined): Block {
  if (!lengths) return block;
  const strides = block.shape.map((_, axis) =>
    block.shape.slice(axis + 1).reduce((product, n) => product * n, 1),
  );
  const inside = (index: number): boolean =>
    lengths.every(
      (length, axis) =>
        Math.floor(index / (strides[axis] ?? 1)) % (block.shape[axis] ?? 1) < length,
    );
  return { values: Array.from(block.values).filter((_, index) => inside(index)), shape: lengths };
}

function descended(
  weights: NetRun["weights"],
  gradients: Readonly<Record<string, Float32Array>>,
  rate: number,
): NetRun["weights"] {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { values, shape }]) => [
      name,
      {
        values: Array.from(values, (value, i) => value - rate * (gradients[name]?.[i] ?? 0)),
        shape,
      },
    ]),
  );
}
