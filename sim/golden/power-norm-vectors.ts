import { catalogue } from "../catalogue.ts";
import { entry } from "../contract/catalogue.ts";
import { initialValues } from "../contract/params.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { compare } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { readGolden } from "./golden-file.ts";
import type { GoldenFile } from "./golden-file.ts";
import type { Prepared, SiteRun, SiteRunner } from "./run-site.ts";

interface Inputs {
  readonly shape: { readonly T: number; readonly B: number; readonly C: number };
  readonly X: readonly (readonly number[])[];
  readonly G: readonly (readonly number[])[];
  readonly G_masked: readonly (readonly number[])[];
  readonly weight: readonly number[];
  readonly bias: readonly number[];
  readonly lengths: readonly number[];
}

type State = Readonly<Record<string, readonly number[]>>;

interface Vectors {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly steps: readonly {
    readonly y: readonly number[];
    readonly dX: readonly number[];
    readonly dweight?: readonly number[];
    readonly dbias?: readonly number[];
    readonly state_after?: State;
    readonly state_after_backward?: State;
  }[];
  readonly eval_y_on_X0?: readonly number[];
}

/** How a file's layer is said in this project's words. */
interface Counterpart {
  readonly normaliser: string;
  readonly params?: SiteRun["params"];
  readonly before?: NonNullable<SiteRun["before"]>;
  /** From a name in the file's state to our memory, times a factor. */
  readonly state?: Readonly<Record<string, readonly [memory: string, factor: number]>>;
}

const running = { running_mean: ["mean", 1], running_var: ["variance", 1] } as const;
const official = { running_phi: ["phi", 1], ema_gz: ["emaGz", 1] } as const;

/** Which entry of the catalogue a file is about; undefined when there is none. */
function counterpartOf(name: string, vectors: Vectors): Counterpart | undefined {
  if (name.startsWith("bn_official"))
    return { normaliser: "batch-norm", before: layerScaling, state: running };
  if (name.startsWith("bn_")) {
    const epsilon = vectors.settings["eps_mode"] === "clamp" ? "clamped" : "added";
    return { normaliser: "batch-norm", params: { epsilon }, state: running };
  }
  if (name.startsWith("pnv"))
    return { normaliser: "power-norm-v", state: { running_phi: ["quadraticMean", 1] } };
  if (name === "pn_paper_alg2")
    return {
      normaliser: "power-norm-plain",
      params: { backwardDivisor: "running" },
      state: { psi2: ["phi", 1], nu: ["emaGz", 0.1] },
    };
  if (name.startsWith("pn_"))
    return {
      normaliser: vectors.settings["group_scaling"] ? "power-norm" : "power-norm-plain",
      state: official,
    };
  if (name === "ln_torch") return { normaliser: "layer-norm" };
  if (name === "gn_torch" && catalogue.normalisers.some(({ id }) => id === "group-norm"))
    return { normaliser: "group-norm", params: { groups: "2" } };
  return undefined;
}

/** The released "batch": every token by its own root mean square first, and padding replaced by the real rows' mean. */
function layerScaling(tf: Ops, x: Tensor, mask: Tensor | null): Prepared {
  const u = tf.standardiseTokens(x, { groups: 1, centre: false, epsilon: 1e-5 });
  if (!mask) return { x: u, mask };
  const { mean } = tf.channelMoments(u, mask);
  const filled = tf.add(tf.mul(u, mask), tf.mul(tf.sub(1, mask), mean));
  return { x: filled, mask: null };
}

/** Every layer file of the powernorm folder but the metrics, on the device that is open. */
export async function checkPowerNorm(
  files: readonly GoldenFile[],
  runSite: SiteRunner,
): Promise<{ results: Compared[]; skipped: string[] }> {
  const inputs = readGolden<Inputs>(files, "powernorm/inputs.json");
  const results: Compared[] = [];
  const skipped: string[] = [];
  for (const file of files) {
    const name = /^powernorm\/(.+)\.json$/.exec(file.name)?.[1];
    if (!name || name === "inputs" || name === "metrics" || name === "groupscaling_g2") continue;
    const vectors = JSON.parse(file.text) as Vectors;
    const counterpart = counterpartOf(name, vectors);
    if (counterpart)
      results.push(...(await checkLayer(name, vectors, counterpart, inputs, runSite)));
    else skipped.push(`powernorm/${name}`);
  }
  return { results, skipped };
}

async function checkLayer(
  name: string,
  vectors: Vectors,
  counterpart: Counterpart,
  inputs: Inputs,
  runSite: SiteRunner,
): Promise<Compared[]> {
  const id = `powernorm/${name}`;
  const results: Compared[] = [];
  let run = firstRun(name, vectors, counterpart, inputs);
  for (const [k, want] of vectors.steps.entries()) {
    const at = `step ${k + 1}`;
    const gradient = name.endsWith("_mask") || name === "bn_masked" ? inputs.G_masked : inputs.G;
    run = {
      ...run,
      x: { values: inputs.X[k] ?? [], shape: run.x.shape },
      gy: { values: gradient[k] ?? [], shape: run.x.shape },
      clock: { ...run.clock, step: k + 1 },
    };
    const got = await runSite(run);
    results.push(compare(id, `${at} y`, got.y, want.y), compare(id, `${at} dX`, got.gx, want.dX));
    if (want.dweight && got.weightGradients["gain"])
      results.push(compare(id, `${at} dweight`, got.weightGradients["gain"], want.dweight));
    if (want.dbias && got.weightGradients["bias"])
      results.push(compare(id, `${at} dbias`, got.weightGradients["bias"], want.dbias));
    const state = want.state_after ?? want.state_after_backward ?? {};
    for (const [theirs, [ours, factor]] of Object.entries(counterpart.state ?? {})) {
      const memory = Array.from(got.memory[ours] ?? [], (value) => value * factor);
      results.push(compare(id, `${at} ${theirs}`, memory, state[theirs] ?? []));
    }
    run = { ...run, memory: got.memory };
  }
  if (vectors.eval_y_on_X0) {
    const x = { values: inputs.X[0] ?? [], shape: run.x.shape };
    const { y } = await runSite({ ...run, mode: "evaluate", x });
    results.push(compare(id, "evaluation y", y, vectors.eval_y_on_X0));
  }
  return results;
}

/** The layer before its first step: torch's initial state, the file's settings. */
function firstRun(
  name: string,
  { settings }: Vectors,
  { normaliser: id, params, before }: Counterpart,
  { shape: { T, B, C }, weight, bias, lengths }: Inputs,
): SiteRun {
  const normaliser = entry(catalogue.normalisers, id);
  const masked = name.endsWith("_mask") || name === "bn_masked";
  const real = Array.from({ length: T * B }, (_, row) =>
    Math.floor(row / B) < (lengths[row % B] ?? 0) ? 1 : 0,
  );
  const alpha = Number(
    settings["alpha"] ?? settings["alpha_fwd"] ?? 1 - Number(settings["momentum"] ?? 0.1),
  );
  const heads = Number(settings["group_num"] ?? 1);
  const all = { ...initialValues(normaliser.params), ...params };
  const specs = normaliser.memory?.({ channels: C, layout: "sequence", heads }, all) ?? {};
  const none = { values: [], shape: [T, B, C] };
  return {
    normaliser,
    params: all,
    layout: "sequence",
    heads,
    mode: "train",
    clock: { step: 1, steps: 6, warmUp: Number(settings["warmup_iters"] ?? 0), alpha },
    x: none,
    gy: none,
    mask: masked ? { values: real, shape: [T, B, 1] } : null,
    weights: { gain: weight, bias },
    memory: Object.fromEntries(
      Object.entries(specs).map(([key, { initial }]) => [key, new Float32Array(C).fill(initial)]),
    ),
    ...(before ? { before } : {}),
  };
}
