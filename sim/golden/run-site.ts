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

/** Forward, backward and the next memory of one normaliser at one site, on the device that is open. */
export async function runSite(run: SiteRun): Promise<SiteResult> {
  const constants = new Constants();
  const tensors = scope(() => compute(constants, run));
  const result = {
    y: await download(tensors.y),
    gx: await download(tensors.gx),
    penalty: (await download(tensors.penalty))[0] ?? 0,
    weightGradients: await downloadAll(tensors.weightGradients),
    memory: await downloadAll(tensors.memory),
    readings: await downloadAll(tensors.readings),
  };
  dispose([
    tensors.y,
    tensors.gx,
    tensors.penalty,
    ...Object.values(tensors.weightGradients),
    ...Object.values(tensors.memory),
    ...Object.values(tensors.readings),
  ]);
  constants.dispose();
  return result;
}

function compute(constants: Constants, run: SiteRun) {
  const { normaliser, params } = run;
  const tape = new Tape();
  const tf = createOps(constants, tape);
  const plain = createOps(constants, null);
  const x = onDevice(run.x);
  const mask = run.mask ? onDevice(run.mask) : null;
  const shape: SiteShape = {
    channels: run.x.shape.at(-1) ?? 1,
    layout: run.layout,
    heads: run.heads,
  };
  const weights = shaped(run.weights, normaliser.weights?.(shape, params) ?? {});
  const specs = normaliser.memory?.(shape, params) ?? {};
  const memory = shaped(run.memory, specs);
  const feedback = Object.keys(specs).filter((name) => specs[name]?.writtenBy === "backward");
  for (const tensor of [x, ...Object.values(weights)]) tape.watch(tensor);
  for (const name of feedback) tape.watch(memory[name] as Tensor);

  const input = run.before?.(tf, x, mask) ?? { x, mask };
  const moments = tf.channelMoments(input.x, input.mask);
  const { mode, clock } = run;
  const place = { mode, shape, clock, mask: input.mask, moments, weights, memory, params };
  const result = normaliser.normalise?.(tf, input.x, place) ?? { y: input.x, memory: {} };
  const product = tf.sum(
    tf.mul(result.y, onDevice(run.gy)),
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

function shaped(
  blocks: Blocks,
  specs: Readonly<Record<string, { readonly shape: readonly number[] }>>,
): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { shape }]) => {
      const values = blocks[name];
      if (!values) throw new Error(`no numbers are given for "${name}"`);
      return [name, onDevice({ values, shape })];
    }),
  );
}

async function downloadAll(
  tensors: Readonly<Record<string, Tensor>>,
): Promise<Record<string, Float32Array>> {
  const all: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(tensors)) all[name] = await download(tensor);
  return all;
}
