import { ZERO } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";
import type { Emitter } from "./emit.ts";
import type { Node } from "./graph.ts";

/**
 * A texel of one of a product's four planes. The first that is asked for writes the loop for all four: four rows of the left
 * side are one texel there, and so each iteration reads two texels and makes sixteen products.
 */
export function writePlane(
  e: Emitter,
  node: Node,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  if (node.op.kind !== "plane") throw new Error(`a "${node.op.kind}" is no plane`);
  if (wide !== 3) return e.wideOrNot(coordinates, wide, (at) => one(e, node, at));
  const { group, row } = node.op;
  const place = (m: number): string =>
    `plane ${group} ${m} ${coordinates.map(({ key }) => key).join(" ")}`;
  const known = e.writer.known(place(row));
  if (known) return known;
  const [a, b] = node.inputs as readonly [Node, Node];
  const [batch = ZERO, block = ZERO, , column = ZERO] = coordinates;
  const inner = a.shape[2] ?? 1;
  const own = (x: Node): Coordinate => (x.shape[0] === 1 ? ZERO : batch);
  const first = firstRow(e, block);
  const depends = coordinates.map((c) => c.text());
  e.writer
    .accumulateAll("vec4", "vec4(0.0)", depends, 4, (sums) => {
      e.loop(inner, 1, (k) => {
        const left = e.emit(a, [own(a), first, k], 1);
        const right = e.emit(b, [own(b), k, column], 2);
        sums.forEach((sum, m) =>
          e.writer.line(`${sum} += ${left}.${"xyzw"[m] ?? "x"} * ${right};`),
        );
      });
    })
    .forEach((sum, m) => e.writer.note(place(m), sum));
  return e.writer.known(place(row)) ?? "";
}

function one(e: Emitter, node: Node, coordinates: readonly Coordinate[]): string {
  if (node.op.kind !== "plane") throw new Error(`a "${node.op.kind}" is no plane`);
  const [a, b] = node.inputs as readonly [Node, Node];
  const [batch = ZERO, block = ZERO, , column = ZERO] = coordinates;
  const own = (x: Node): Coordinate => (x.shape[0] === 1 ? ZERO : batch);
  const row = e.at.stepped(firstRow(e, block), node.op.row);
  return e.writer.accumulate(
    "float",
    "0.0",
    coordinates.map((c) => c.text()),
    (sum) =>
      e.loop(a.shape[2] ?? 1, 1, (k) => {
        const left = e.emit(a, [own(a), row, k], null);
        e.writer.line(`${sum} += ${left} * ${e.emit(b, [own(b), k, column], null)};`);
      }),
  );
}

/** The first of the four rows that a block stands for. */
function firstRow(e: Emitter, block: Coordinate): Coordinate {
  return {
    key: `4*${block.key}`,
    text: () => e.at.named(`4*${block.key}`, () => `${block.text()} * 4`),
    step: { from: block, by: 0 },
  };
}
