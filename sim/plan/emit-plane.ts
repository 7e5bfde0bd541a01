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
  const left = (k: Coordinate, along: "rows" | "inner", m: number): string =>
    e.emit(a, [own(a), e.at.stepped(first, m), k], along === "rows" ? 1 : 2);
  const right = (k: Coordinate, along: "columns" | "inner", by: number): string =>
    e.emit(b, [own(b), k, e.at.stepped(column, by)], along === "columns" ? 2 : 1);
  const way =
    e.fast(a, 1) && !e.fast(a, 2) ? "rows" : e.fast(b, 1) && !e.fast(b, 2) ? "dots" : "inner";
  const depends = coordinates.map((c) => c.text());
  e.writer
    .accumulateAll("vec4", "vec4(0.0)", depends, 4, (sums) => {
      const step = way === "rows" ? 1 : 4;
      const whole = inner - (inner % step);
      e.loop(whole, step, (k) => {
        for (const line of blockLines(e, way, sums, k, left, right)) e.writer.line(line);
      });
      // What does not fill a texel, one by one: past the end may lie anything.
      if (whole < inner)
        e.loop(inner - whole, 1, (k) => {
          const at = e.at.shifted(k, whole);
          sums.forEach((sum, m) => {
            const value = e.emit(a, [own(a), e.at.stepped(first, m), at], null);
            e.writer.line(`${sum} += ${value} * ${right(at, "columns", 0)};`);
          });
        });
    })
    .forEach((sum, m) => e.writer.note(place(m), sum));
  return e.writer.known(place(row)) ?? "";
}

type Way = "rows" | "dots" | "inner";

/** One iteration, however the numbers lie: four rows, or four steps of the inner axis, in a texel. */
function blockLines(
  e: Emitter,
  way: Way,
  sums: readonly string[],
  k: Coordinate,
  left: (k: Coordinate, along: "rows" | "inner", m: number) => string,
  right: (k: Coordinate, along: "columns" | "inner", by: number) => string,
): readonly string[] {
  const parts = [0, 1, 2, 3] as const;
  if (way === "rows") {
    const rows = left(k, "rows", 0);
    const line = right(k, "columns", 0);
    return sums.map((sum, m) => `${sum} += ${rows}.${"xyzw"[m] ?? "x"} * ${line};`);
  }
  if (way === "dots") {
    const lines = parts.map((by) => right(k, "inner", by));
    return sums.map((sum, m) => {
      const row = left(k, "inner", m);
      return `${sum} += vec4(${lines.map((line) => `dot(${row}, ${line})`).join(", ")});`;
    });
  }
  const lines = parts.map((by) => right(e.at.stepped(k, by), "columns", 0));
  return sums.map((sum, m) => {
    const row = left(k, "inner", m);
    return `${sum} += ${lines.map((line, by) => `${row}.${"xyzw"[by] ?? "x"} * ${line}`).join(" + ")};`;
  });
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
