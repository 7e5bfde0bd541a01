import type { Clock, Mode, SiteShape } from "../contract/net.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import type { ParamValue } from "../contract/params.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { Tape } from "../tensor/tape.ts";
import { LaneNet } from "../train/lane-net.ts";
import type { Block, Blocks } from "./run-site.ts";

/** A piece of a network under one method: everything it is given, in plain numbers. */
export interface NetRun {
  readonly normaliser: NormaliserDefinition;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly layout: SiteShape["layout"];
  readonly mode: Mode;
  readonly clock: Clock;
  readonly x: Block;
  readonly gy: Block;
  readonly weights: Readonly<Record<string, Block>>;
  readonly memory: Blocks;
  readonly build: (
    tf: Ops,
    net: LaneNet,
    x: Tensor,
    weights: Readonly<Record<string, Tensor>>,
  ) => Tensor;
}

export interface NetResult {
  readonly y: Float32Array;
  readonly gx: Float32Array;
  readonly weightGradients: Readonly<Record<string, Float32Array>>;
  readonly memory: Readonly<Record<string, Float32Array>>;
}

/** Forward and backward through part of a network, on the device that is open. */
export async function runNet(run: NetRun): Promise<NetResult> {
  const constants = new Constants();
  const { y, gradients, memory } = scope(() => compute(constants, run));
  const [gx = new Float32Array(), ...rest] = await downloadEach(gradients);
  const names = Object.keys(run.weights);
  const written = await downloadEach(Object.values(memory));
  const result = {
    y: await download(y),
    gx,
    weightGradients: Object.fromEntries(names.map((name, i) => [name, rest[i] as Float32Array])),
    memory: Object.fromEntries(
      Object.keys(memory).map((name, i) => [name, written[i] as Float32Array]),
    ),
  };
  dispose([y, ...gradients, ...Object.values(memory)]);
  constants.dispose();
  return result;
}

function compute(constants: Constants, run: NetRun) {
  const tape = new Tape();
  const tf = createOps(constants, tape);
  const onDevice = ({ values, shape }: Block): Tensor =>
    upload({ values: Float32Array.from(values), shape });
  const x = onDevice(run.x);
  const weights = Object.fromEntries(
    Object.entries(run.weights).map(([name, block]) => [name, onDevice(block)]),
  );
  const watched = [x, ...Object.values(weights)];
  for (const tensor of watched) tape.watch(tensor);
  const memory = Object.fromEntries(
    Object.entries(run.memory).map(([name, values]) => [
      name,
      onDevice({ values, shape: [values.length] }),
    ]),
  );
  const { normaliser, params, mode, clock, layout } = run;
  const store = {
    weight(name: string): Tensor {
      const weight = weights[name];
      if (!weight) throw new Error(`no numbers are given for the weight "${name}"`);
      return weight;
    },
    memory: () => memory,
  };
  const net = new LaneNet({ tf, store, normaliser, params, mode, clock, layout, heads: 1 });
  const y = run.build(tf, net, x, weights);
  const loss = tf.sum(
    tf.mul(y, onDevice(run.gy)),
    run.gy.shape.map((_, axis) => axis),
  );
  const gradients = tape
    .gradients(loss, watched)
    .map((gradient, i) => gradient ?? tf.fill(watched[i]?.shape ?? [], 0));
  const next = Object.assign({}, ...Object.values(net.written)) as Record<string, Tensor>;
  return { y, gradients, memory: { ...memory, ...next } };
}

async function downloadEach(tensors: readonly Tensor[]): Promise<Float32Array[]> {
  const values: Float32Array[] = [];
  for (const tensor of tensors) values.push(await download(tensor));
  return values;
}
