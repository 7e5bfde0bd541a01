import { ZERO } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";
import type { Emitter } from "./emit.ts";
import { writeSum } from "./emit-product.ts";
import type { Along, Contraction } from "./emit-product.ts";
import type { Node, Operation } from "./graph.ts";

/** What a window sees: zeros where it reaches over the edge. */
export function writePatches(
  e: Emitter,
  node: Node,
  op: Extract<Operation, { kind: "patches" }>,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  if (wide !== null && wide !== 0 && wide !== 5) return e.four(node, coordinates, wide);
  const { stride, dilation, top, left } = op;
  const x = node.inputs[0] as Node;
  const [, rows = 1, columns = 1, windowRows = 1, windowColumns = 1] = node.shape;
  const [, height = 1, width = 1] = x.shape;
  const [n = ZERO, row = ZERO, column = ZERO, ky = ZERO, kx = ZERO, channel = ZERO] = coordinates;
  const place = (out: Coordinate, k: Coordinate, before: number): Coordinate =>
    e.at.made(`${out.key}*${stride}+${k.key}*${dilation}-${before}`, () => {
      const number = (value: number): string => e.leaves.integer(value);
      return `${out.text()} * ${number(stride)} + ${k.text()} * ${number(dilation)} - ${number(before)}`;
    });
  const y = place(row, ky, top);
  const z = place(column, kx, left);
  const value = e.emit(x, [n, y, z, channel], wide === null ? null : wide === 5 ? 3 : 0);
  const reaches = (before: number, places: number, window: number, size: number): boolean =>
    before > 0 || (places - 1) * stride + (window - 1) * dilation - before >= size;
  const outside = [
    ...(reaches(top, rows, windowRows, height) ? [writeOutside(e, y, height)] : []),
    ...(reaches(left, columns, windowColumns, width) ? [writeOutside(e, z, width)] : []),
  ];
  if (outside.length === 0) return value;
  return `(${outside.join(" || ")}) ? ${wide === null ? "0.0" : "vec4(0.0)"} : ${value}`;
}

export function writeDeconvolution(
  e: Emitter,
  node: Node,
  op: Extract<Operation, { kind: "deconvolution" }>,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const { stride, top, left } = op;
  const [dy, window] = node.inputs as readonly [Node, Node];
  const [n = ZERO, row = ZERO, column = ZERO, input = ZERO] = coordinates;
  if (wide !== null && wide !== 3)
    return e.wideOrNot(coordinates, wide, (at) => writeDeconvolution(e, node, op, at, null));
  const [, height = 1, width = 1, channels = 1] = dy.shape;
  const number = (value: number): string => e.leaves.integer(value);
  const reach = (c: Coordinate, k: Coordinate, before: number): Coordinate =>
    e.at.made(`${c.key}+${before}-${k.key}`, () => `${c.text()} + ${number(before)} - ${k.text()}`);
  return writeWindowed(e, window, coordinates, wide, (ky, kx) => {
    const farY = reach(row, ky, top);
    const farX = reach(column, kx, left);
    const y = e.at.made(`${farY.key}/${stride}`, () => `${farY.text()} / ${number(stride)}`);
    const z = e.at.made(`${farX.key}/${stride}`, () => `${farX.text()} / ${number(stride)}`);
    return {
      outside: [
        `${farY.text()} < 0 || ${farX.text()} < 0`,
        ...(stride > 1
          ? [`${farY.text()} % ${number(stride)} != 0 || ${farX.text()} % ${number(stride)} != 0`]
          : []),
        `${y.text()} >= ${number(height)} || ${z.text()} >= ${number(width)}`,
      ],
      inner: channels,
      left: (k: Coordinate, along: boolean) => e.emit(dy, [n, y, z, k], along ? 3 : null),
      // window [ky, kx, input, output], summed over outputs.
      right: (k: Coordinate, c: Coordinate, along: Along) =>
        e.emit(window, [ky, kx, c, k], along === "inner" ? 3 : along === "columns" ? 2 : null),
      column: input,
      leftFast: e.fast(dy, 3),
      rightFast: e.fast(window, 3) ? ("inner" as const) : ("columns" as const),
    };
  });
}

function writeOutside(e: Emitter, c: Coordinate, size: number): string {
  return `${c.text()} < 0 || ${c.text()} >= ${e.leaves.integer(size)}`;
}

function writeWindowed(
  e: Emitter,
  window: Node,
  coordinates: readonly Coordinate[],
  wide: number | null,
  sides: (
    ky: Coordinate,
    kx: Coordinate,
  ) => Omit<Contraction, "depends" | "wide"> & { outside: readonly string[] },
): string {
  const [height = 1, width = 1] = window.shape;
  const type = wide === null ? "float" : "vec4";
  const depends = coordinates.map((c) => c.text());
  return e.writer.accumulate(type, wide === null ? "0.0" : "vec4(0.0)", depends, (sum) => {
    // A loop even for a single place: `continue` leaves it.
    e.loop(height, 1, (ky) =>
      e.repeat(width, 1, (kx) => {
        const { outside, ...contraction } = sides(ky, kx);
        for (const test of outside) e.writer.line(`if (${test}) continue;`);
        writeSum(e, sum, { ...contraction, depends: coordinates, wide: wide !== null });
      }),
    );
  });
}
