import type { Clock, Mode, SiteShape } from "../contract/net.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { Tape } from "../tensor/tape.ts";

/** Numbers with their shape, row-major. */
export interface Block {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
}

export type Blocks = Readonly<Record<string, ArrayLike<number>>>;

/** One normaliser alone at one site: everything it is given, in plain numbers. */
export interface SiteRun {
  readonly normaliser: NormaliserDefinition;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly layout: SiteShape["layout"];
  readonly heads: number;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly x: Block;
  /** dL/dy; L = Σ gy·y, plus the method's own penalty. */
  readonly gy: Block;
  /** 1 for real rows, shaped like x with one channel. */
  readonly mask: Block | null;
  readonly weights: Blocks;
  readonly memory: Blocks;
  /** What stands before the normaliser, if anything does; it may use up the mask. */
  readonly before?: (tf: Ops, x: Tensor, mask: Tensor | null) => Prepared;
}

export interface Prepared {
  readonly x: Tensor;
  readonly mask: Tensor | null;
}

export interface SiteResult {
  readonly y: Float32Array;
  readonly gx: Float32Array;
  /** What the method adds to the loss; 0 where it adds nothing. */
  readonly penalty: number;
  readonly weightGradients: Readonly<Record<string, Float32Array>>;
  readonly memory: Readonly<Record<string, Float32Array>>;
  /** What only the method has to show. */
  readonly readings: Readonly<Record<string, Float32Array>>;
}

/** What runs a normaliser at a site: composed on the device that is open, or replayed. */
export type SiteRunner = (run: SiteRun) => Promise<SiteResult>;

/** Forward, backward and the next memory of one normaliser at one site, on the device that is open. */
export const runSite: SiteRunner = async (run) => {
  const constants = new Constants();
  const tensors = scope(() => siteTensors(constants, run, mapped(siteBlocks(run), onDevice)));
  const values: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(tensors)) values[name] = await download(tensor);
  dispose(Object.values(tensors));
  constants.dispose();
  return siteResult(values);
};

/** All that a run is given, by name. */
export function siteBlocks(run: SiteRun): Readonly<Record<string, Block>> {
  const { normaliser, params } = run;
  const shape = shapeOf(run);
  return {
    x: run.x,
    gy: run.gy,
    ...(run.mask ? { mask: run.mask } : {}),
    ...shaped("weight", run.weights, normaliser.weights?.(shape, params) ?? {}),
    ...shaped("memory", run.memory, normaliser.memory?.(shape, params) ?? {}),
  };
}

/** What a run gives, by name, from what it is given by name. */
export function siteTensors(
  constants: Constants,
  run: SiteRun,
  given: Readonly<Record<string, Tensor>>,
): Readonly<Record<string, Tensor>> {
  const { y, gx, penalty, ...named } = compute(constants, run, given);
  return {
    y,
    gx,
    penalty,
    ...prefixed("gradient", named.weightGradients),
    ...prefixed("memory", named.memory),
    ...prefixed("reading", named.readings),
  };
}

export function siteResult(values: Readonly<Record<string, Float32Array>>): SiteResult {
  const { y, gx, penalty } = values;
  if (!y || !gx) throw new Error("a run left no output or no gradient");
  return {
    y,
    gx,
    penalty: penalty?.[0] ?? 0,
    weightGradients: unprefixed("gradient", values),
    memory: unprefixed("memory", values),
    readings: unprefixed("reading", values),
  };
}

function shapeOf(run: SiteRun): SiteShape {
  return { channels: run.x.shape.at(-1) ?? 1, layout: run.layout, heads: run.heads };
}

function compute(constants: Constants, run: SiteRun, given: Readonly<Record<string, Tensor>>) {
  const { normaliser, params } = run;
  const tape = new Tape();
  const tf = createOps(constants, tape);
  const plain = createOps(constants, null);
  const { x, gy } = given as Readonly<Record<"x" | "gy", Tensor>>; // as `siteBlocks` says
  const mask = given["mask"] ?? null;
  const shape = shapeOf(run);
  const weights = unprefixed("weight", given);
  const specs = normaliser.memory?.(shape, params) ?? {};
  const memory = unprefixed("memory", given);
  const feedback = Object.keys(specs).filter((name) => specs[name]?.writtenBy === "backward");
  for (const tensor of [x, ...Object.values(weights)]) tape.watch(tensor);
  for (const name of feedback) tape.watch(memory[name] as Tensor);

  const input = run.before?.(tf, x, mask) ?? { x, mask };
  const moments = tf.channelMoments(input.x, input.mask);
  const { mode, clock } = run;
  const place = { mode, shape, clock, mask: input.mask, moments, weights, memory, params };
  const result = normaliser.normalise?.(tf, input.x, place) ?? { y: input.x, memory: {} };
  const product = tf.sum(
    tf.mul(result.y, gy),
    run.gy.shape.map((_, axis) => axis),
  );
  const loss = result.penalty ? tf.add(product, result.penalty) : product;
  const wanted = [x, ...Object.values(weights), ...feedback.map((name) => memory[name] as Tensor)];
  const gradients = tape
    .gradients(loss, wanted)
    .map((gradient, i) => gradient ?? plain.fill(wanted[i]?.shape ?? [], 0));
  const names = Object.keys(weights);
  const next: Record<string, Tensor> = { ...memory, ...(result.memory as Record<string, Tensor>) };
  feedback.forEach((name, i) => {
    const change = gradients[1 + names.length + i] as Tensor;
    next[name] = plain.add(memory[name] as Tensor, change);
  });
  return {
    y: result.y,
    gx: gradients[0] as Tensor,
    penalty: result.penalty ?? plain.fill([], 0),
    weightGradients: Object.fromEntries(names.map((name, i) => [name, gradients[1 + i] as Tensor])),
    memory: next,
    readings: result.readings ?? {},
  };
}

function onDevice({ values, shape }: Block): Tensor {
  return upload({ values: Float32Array.from(values), shape });
}

/** Each tensor that a definition asks for, with the numbers that are given for it. */
function shaped(
  kind: string,
  blocks: Blocks,
  specs: Readonly<Record<string, { readonly shape: readonly number[] }>>,
): Record<string, Block> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { shape }]) => {
      const values = blocks[name];
      if (!values) throw new Error(`no numbers are given for "${name}"`);
      return [`${kind} ${name}`, { values, shape }];
    }),
  );
}

function mapped<From, To>(
  all: Readonly<Record<string, From>>,
  to: (one: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, to(one)]));
}

function prefixed<Value>(
  kind: string,
  all: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [`${kind} ${name}`, one]));
}

function unprefixed<Value>(
  kind: string,
  all: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, one]) =>
      name.startsWith(`${kind} `) ? [[name.slice(kind.length + 1), one]] : [],
    ),
  );
}
