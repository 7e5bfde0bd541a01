import type { LanePlan } from "../plan/engine.ts";
import { isShared } from "../plan/ganged.ts";
import type { Column } from "../plan/ganged.ts";
import type { Node } from "../plan/graph.ts";
import type { Float, Kernel } from "../plan/kernel.ts";
import { texelsOf } from "../plan/layout.ts";
import type { Canvas } from "./canvas.ts";
import { GEOMETRY_LENGTH } from "./program-text.ts";
import { textureOf } from "./replay.ts";
import type { Draw, Slot } from "./replay.ts";
import type { Stretch } from "./stretch.ts";

/** Where a column's lanes find what they read and write. */
export interface Ground {
  readonly canvas: Canvas;
  readonly bands: number;
  readonly plans: readonly LanePlan[];
  readonly read: (lane: number, node: Node) => Slot;
  readonly write: (lane: number, node: Node) => Slot;
  /** The texel at which something wanted begins within its band: 0 unless it is part of a row. */
  readonly start: (lane: number, node: Node) => number;
}

/** One column as a draw call: its program, what it is bound to, and where in its lanes' bands it draws. */
export function drawOf({ kernels }: Column, ground: Ground): Draw {
  const lanes = kernels.flatMap((kernel, lane) => (kernel ? [lane] : []));
  const [lane = 0] = lanes;
  const kernel = kernels[lane] as Kernel;
  const { reads, roots, integers, floats, text } = kernel;
  const from = reads.map((node) => ground.read(lane, node));
  const to = roots.map(({ node, within }) => ground.write(lane, within?.node ?? node));
  return {
    program: ground.canvas.program({
      text,
      reads: reads.length,
      outputs: roots.length,
      integers: integers.length,
      floats: floats.length,
    }),
    reads: from,
    writes: to,
    stretch: stretchOf(kernel, lane, to, ground),
    integers: Int32Array.from([
      ...Array<number>(GEOMETRY_LENGTH).fill(0),
      ...reads.map((node, i) => (isShared(node) ? 0 : bandOf(from[i], ground))),
      ...integers,
    ]),
    floats: floats.length === 0 ? null : Float32Array.from(floats, valueOf),
    live: liveOf(floats, ground.plans[lane]),
    lanes,
  };
}

function stretchOf({ roots }: Kernel, lane: number, to: readonly Slot[], ground: Ground): Stretch {
  const [root] = roots;
  if (!root) throw new Error("a program that writes nothing");
  return {
    texel: root.within?.texel ?? ground.start(lane, root.node),
    count: texelsOf(root.node.shape),
    band: bandOf(to[0], ground),
    bands: ground.bands,
  };
}

/** Rows of texels of one lane's band. */
function bandOf(slot: Slot | undefined, { bands }: Ground): number {
  return slot ? textureOf(slot, 0).rows / bands : 0;
}

function valueOf(float: Float): number {
  return "value" in float ? float.value : 0;
}

function liveOf(floats: readonly Float[], plan: LanePlan | undefined): Draw["live"] {
  return floats.flatMap((float, place) => {
    if (!("live" in float)) return [];
    const value = plan?.live.get(float.live);
    if (!value) throw new Error(`nothing gives the number "${float.live}"`);
    return [{ place, value }];
  });
}
