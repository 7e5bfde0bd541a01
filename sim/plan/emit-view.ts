import { matchAxes } from "./axes.ts";
import { ZERO } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";
import type { Emitter } from "./emit.ts";
import { writePatches } from "./emit-convolution.ts";
import type { Node } from "./graph.ts";

// Where numbers are found.

export function writeView(
  e: Emitter,
  node: Node,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const { op } = node;
  const x = node.inputs[0] as Node;
  switch (op.kind) {
    case "reshape":
      return writeReshape(e, node, x, coordinates, wide);
    case "transpose": {
      const inner = x.shape.map((_, axis) => coordinates[op.order.indexOf(axis)] ?? ZERO);
      return e.emit(x, inner, wide === null ? null : (op.order[wide] ?? 0));
    }
    case "slice": {
      if (wide !== null && (op.begin[wide] ?? 0) % 4 !== 0) return e.four(node, coordinates, wide);
      const inner = coordinates.map((c, axis) => e.at.shifted(c, op.begin[axis] ?? 0));
      return e.emit(x, inner, wide);
    }
    case "reverse": {
      if (wide !== null && op.axes.includes(wide)) return e.four(node, coordinates, wide);
      const inner = coordinates.map((c, axis) =>
        op.axes.includes(axis) ? e.at.turned(c, node.shape[axis] ?? 1) : c,
      );
      return e.emit(x, inner, wide);
    }
    case "tile": {
      const size = wide === null ? 0 : (x.shape[wide] ?? 1);
      if (wide !== null && size !== node.shape[wide] && size % 4 !== 0)
        return e.four(node, coordinates, wide);
      const inner = coordinates.map((c, axis) =>
        x.shape[axis] === node.shape[axis] ? c : e.at.remainder(c, x.shape[axis] ?? 1),
      );
      return e.emit(x, inner, wide);
    }
    case "patches":
      return writePatches(e, node, op, coordinates, wide);
    case "pad":
      return writePad(e, node, x, op.before, coordinates, wide);
    default:
      throw new Error(`"${op.kind}" is not written`);
  }
}

function writeReshape(
  e: Emitter,
  node: Node,
  x: Node,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const inner: Coordinate[] = x.shape.map(() => ZERO);
  let along: number | null = null;
  for (const { from, to } of matchAxes(node.shape, x.shape)) {
    const sizesFrom = from.map((axis) => node.shape[axis] ?? 1);
    const sizesTo = to.map((axis) => x.shape[axis] ?? 1);
    const whole = e.at.flat(
      from.map((axis) => coordinates[axis] ?? ZERO),
      sizesFrom,
    );
    const parts = e.at.apart(whole, sizesTo);
    to.forEach((axis, i) => {
      inner[axis] = parts[i] ?? ZERO;
    });
    if (wide === null || !from.includes(wide)) continue;
    const single = from.length === 1 && to.length === 1;
    const aligned = (sizesFrom.at(-1) ?? 1) % 4 === 0 && (sizesTo.at(-1) ?? 1) % 4 === 0;
    if (single || (wide === from.at(-1) && aligned)) along = to.at(-1) ?? 0;
  }
  if (wide !== null && along === null) {
    // Along an axis of length 1 there is only one number.
    if (node.shape[wide] === 1) return `vec4(${e.emit(x, inner, null)})`;
    return e.four(node, coordinates, wide);
  }
  return e.emit(x, inner, along);
}

function writePad(
  e: Emitter,
  node: Node,
  x: Node,
  before: readonly number[],
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const grown = node.shape.flatMap((n, axis) => (n === x.shape[axis] ? [] : [axis]));
  if (wide !== null && grown.includes(wide)) return e.four(node, coordinates, wide);
  const inner = coordinates.map((c, axis) => e.at.shifted(c, -(before[axis] ?? 0)));
  const inside = grown.map((axis) => {
    const c = (inner[axis] ?? ZERO).text();
    return `${c} >= 0 && ${c} < ${e.leaves.integer(x.shape[axis] ?? 1)}`;
  });
  const zero = wide === null ? "0.0" : "vec4(0.0)";
  return `(${inside.join(" && ")}) ? ${e.emit(x, inner, wide)} : ${zero}`;
}

export function writeConcat(
  e: Emitter,
  node: Node,
  axis: number,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const aligned = node.inputs.every(({ shape }) => (shape[axis] ?? 0) % 4 === 0);
  if (wide === axis && !aligned) return e.four(node, coordinates, wide);
  const place = coordinates[axis] ?? ZERO;
  let end = node.shape[axis] ?? 0;
  return [...node.inputs].reverse().reduce((rest, part, i) => {
    end -= part.shape[axis] ?? 0;
    const inner = coordinates.map((c, a) => (a === axis ? e.at.shifted(c, -end) : c));
    const value = e.emit(part, inner, wide);
    return i === 0
      ? value
      : `(${place.text()} < ${e.leaves.integer(end + (part.shape[axis] ?? 0))} ? ${value} : ${rest})`;
  }, "");
}

export function writeGather(
  e: Emitter,
  table: Node,
  ids: Node,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const last = coordinates.length - 1;
  if (wide !== null && wide !== last) throw new Error("a table is not read across its ids");
  const id = e.emit(ids, coordinates.slice(0, -1), null);
  const row = e.at.made(`int(${id})`, () => `int(${id} + 0.5)`);
  return e.emit(table, [row, coordinates[last] ?? ZERO], wide === null ? null : 1);
}

export function writePosition(
  e: Emitter,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const place = (coordinates.at(-1) ?? ZERO).text();
  return wide === null ? `float(${place})` : `vec4(float(${place})) + vec4(0.0, 1.0, 2.0, 3.0)`;
}
