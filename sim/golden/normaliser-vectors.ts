import { catalogue } from "../catalogue.ts";
import { entry } from "../contract/catalogue.ts";
import { initialValues } from "../contract/params.ts";
import { compare } from "./compare.ts";
import type { Compared } from "./compare.ts";
import type { Case, Inputs, Named } from "./golden-case.ts";
import { flatten, readGolden } from "./golden-file.ts";
import type { GoldenFile } from "./golden-file.ts";
import { networkCounterpartOf } from "./network-counterparts.ts";
import { checkNetworkCase } from "./network-vectors.ts";
import type { Block, SiteRun, SiteRunner } from "./run-site.ts";
import { counterpartOf } from "./counterparts.ts";
import type { Counterpart } from "./counterparts.ts";

/** Every case of the normalisers folder that the catalogue has a counterpart for, on the device that is open. */
export async function checkNormalisers(
  files: readonly GoldenFile[],
  runSite: SiteRunner,
): Promise<{ results: Compared[]; skipped: string[] }> {
  const inputs = readGolden<Inputs>(files, "normalisers/inputs.json");
  const results: Compared[] = [];
  const skipped: string[] = [];
  for (const file of files) {
    const name = /^normalisers\/(.+)\.json$/.exec(file.name)?.[1];
    if (!name || name === "inputs") continue;
    const { cases } = JSON.parse(file.text) as { readonly cases: readonly Case[] };
    for (const one of cases) {
      const network = networkCounterpartOf(one);
      const counterpart = counterpartOf(one);
      if (network)
        results.push(
          ...(await checkNetworkCase(`normalisers/${name} ${one.id}`, one, network, inputs)),
        );
      else if (counterpart)
        results.push(...(await checkCase(name, one, counterpart, inputs, runSite)));
      else skipped.push(`normalisers/${name} ${one.id}`);
    }
  }
  return { results, skipped };
}

/** Three steps of plain gradient descent on every parameter, then one evaluation: the protocol of the vectors. */
async function checkCase(
  file: string,
  one: Case,
  counterpart: Counterpart,
  inputs: Inputs,
  runSite: SiteRunner,
): Promise<Compared[]> {
  const id = `normalisers/${file} ${one.id}`;
  const data = inputs[one.layout];
  const results: Compared[] = [];
  const mask = one.settings["mask"] === undefined ? null : maskOf(inputs);
  const counts = (channels: number) => (index: number) =>
    mask === null || mask.values[Math.floor(index / channels)] === 1;
  let run = firstRun(one, counterpart, mask);
  for (const [t, want] of one.steps.entries()) {
    const x = flatten(data.x[t]);
    const gy = masked(flatten(data.gy[t]), mask);
    const got = await runSite({ ...run, x, gy, clock: { ...run.clock, step: t + 1 } });
    const channels = x.shape.at(-1) ?? 1;
    const at = `step ${t + 1}`;
    results.push(
      compare(id, `${at} y`, got.y, flatten(want.y).values, { counts: counts(channels) }),
      compare(id, `${at} gx`, got.gx, flatten(want.gx).values, { from: gy.values }),
    );
    for (const [theirs, ours] of Object.entries(counterpart.weights))
      results.push(
        compare(
          id,
          `${at} ${theirs}`,
          got.weightGradients[ours] ?? [],
          flatten(want.gparams[theirs]).values,
        ),
      );
    for (const [theirs, ours] of Object.entries(counterpart.memory ?? {}))
      results.push(
        compare(
          id,
          `${at} ${theirs}`,
          got.memory[ours] ?? [],
          flatten(want.buffers_after?.[theirs]).values,
        ),
      );
    run = {
      ...run,
      memory: got.memory,
      weights: descended(run.weights, got.weightGradients, inputs.sgd_lr),
    };
  }
  const x = flatten(data.x_eval);
  const { y } = await runSite({ ...run, mode: "evaluate", x, gy: x });
  results.push(
    compare(id, "evaluation y", y, flatten(one.eval.y).values, {
      counts: counts(x.shape.at(-1) ?? 1),
    }),
  );
  return results;
}

function firstRun(one: Case, counterpart: Counterpart, mask: Block | null): SiteRun {
  const normaliser = entry(catalogue.normalisers, counterpart.normaliser);
  const rename = (from: Named, names: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(names).map(([theirs, ours]) => [ours, flatten(from[theirs]).values]),
    );
  const none = { values: [], shape: [] };
  return {
    normaliser,
    params: { ...initialValues(normaliser.params), ...counterpart.params },
    layout: one.layout === "conv_nhwc" ? "image" : "sequence",
    heads: 1,
    mode: "train",
    clock: { step: 1, steps: one.steps.length, warmUp: 0, alpha: counterpart.alpha ?? 0.9 },
    x: none,
    gy: none,
    mask,
    weights: rename(one.params_init, counterpart.weights),
    memory: { ...counterpart.start, ...rename(one.buffers_init, counterpart.memory ?? {}) },
  };
}

function maskOf({ mask }: Inputs): Block {
  const { values, shape } = flatten(mask);
  return { values, shape: [...shape, 1] };
}

function masked(block: { values: number[]; shape: number[] }, mask: Block | null): Block {
  if (!mask) return block;
  const channels = block.shape.at(-1) ?? 1;
  const values = block.values.map(
    (value, i) => value * (mask.values[Math.floor(i / channels)] ?? 0),
  );
  return { values, shape: block.shape };
}

function descended(
  weights: SiteRun["weights"],
  gradients: Readonly<Record<string, Float32Array>>,
  rate: number,
): SiteRun["weights"] {
  return Object.fromEntries(
    Object.entries(weights).map(([name, values]) => [
      name,
      Array.from(values, (value, i) => value - rate * (gradients[name]?.[i] ?? 0)),
    ]),
  );
}
