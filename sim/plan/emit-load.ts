import { ZERO } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";
import { Elsewhere } from "./elsewhere.ts";
import type { Emitter } from "./emit.ts";
import type { Node } from "./graph.ts";
import { texelsOfRow } from "./layout.ts";

export function writeLoad(
  e: Emitter,
  node: Node,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  if (node.op.kind === "input" && node.op.source.kind === "live") {
    const value = e.leaves.live(node.op.source.key);
    return wide === null ? value : `vec4(${value})`;
  }
  const { shape } = node;
  const last = shape.length - 1;
  if (wide !== null && wide !== last) {
    if (shape[wide] === 1) return `vec4(${e.emit(node, coordinates, null)})`;
    return e.four(node, coordinates, wide);
  }
  const lead = shape.slice(0, -1);
  const row = e.at.flat(coordinates.slice(0, -1), lead);
  const element = coordinates[last] ?? ZERO;
  if (wide !== null && shape[last] === 1) return `vec4(${e.emit(node, coordinates, null)})`;
  const { column, within } = writeColumn(e, element, shape);
  const rows = lead.reduce((product, n) => product * n, 1);
  const texel = e.at.flat([row, column], [rows, texelsOfRow(shape)]);
  const own = e.own.get(node);
  if (own) {
    if (texel.key !== e.texel) throw new Elsewhere();
    return wide === null ? `${own}${within}` : own;
  }
  const index = e.leaves.texture(node);
  const fetched = e.writer.name("vec4", `read${index}(${texel.text()})`);
  return wide === null ? `${fetched}${within}` : fetched;
}

/** Which texel of its row an element is in, and where in the texel. */
function writeColumn(
  e: Emitter,
  element: Coordinate,
  shape: readonly number[],
): { column: Coordinate; within: string } {
  if (element === ZERO) return { column: ZERO, within: ".x" };
  const { step } = element;
  if (step && element.key.startsWith("4*")) return { column: step.from, within: ".x" };
  if (step) {
    const { column } = writeColumn(e, step.from, shape);
    return { column, within: `.${"xyzw"[step.by] ?? "x"}` };
  }
  const column: Coordinate =
    texelsOfRow(shape) === 1
      ? ZERO
      : {
          key: `${element.key}>>2`,
          text: () => e.at.named(`${element.key}>>2`, () => `${element.text()} >> 2`),
        };
  return { column, within: `[${element.text()} & 3]` };
}
