import { ZERO } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";
import type { Emitter } from "./emit.ts";
import { mapText, RESTS, reduceText } from "./glsl.ts";
import type { Node, Operation } from "./graph.ts";

// What is computed.

export function writeMap(
  e: Emitter,
  node: Node,
  apply: Extract<Operation, { kind: "map" }>["apply"],
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const rank = node.shape.length;
  const texts = node.inputs.map((input) => {
    const missing = rank - input.shape.length;
    const inner = input.shape.map((n, axis) =>
      n === 1 ? ZERO : (coordinates[axis + missing] ?? ZERO),
    );
    const along = wide === null ? -1 : wide - missing;
    const spread = wide !== null && (along < 0 || input.shape[along] === 1);
    if (wide === null) return e.emit(input, inner, null);
    return spread ? `vec4(${e.emit(input, inner, null)})` : e.emit(input, inner, along);
  });
  return mapText(apply, texts, wide !== null);
}

export function writeReduce(
  e: Emitter,
  x: Node,
  { how, axes }: Extract<Operation, { kind: "reduce" }>,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const last = x.shape.length - 1;
  const op = { kind: "reduce", how, axes } as const;
  if (wide !== null && axes.includes(wide))
    return `vec4(${writeReduce(e, x, op, coordinates, null)})`;
  // Four results are summed side by side only where no texel is summed over.
  if (wide !== null && axes.includes(last))
    return e.wideOrNot(coordinates, wide, (at) => writeReduce(e, x, op, at, null));
  const fast = wide === null && axes.includes(last) ? last : null;
  const type = wide === null && fast === null ? "float" : "vec4";
  const depends = coordinates.flatMap((c, axis) => (axes.includes(axis) ? [] : [c.text()]));
  const start = type === "vec4" ? `vec4(${RESTS[how]})` : RESTS[how];
  const total = e.writer.accumulate(type, start, depends, (sum) => {
    const loop = (left: readonly number[], at: readonly Coordinate[]): void => {
      const [axis, ...rest] = left;
      if (axis === undefined) {
        const value = e.emit(x, at, fast ?? wide);
        const n = x.shape[last] ?? 1;
        const counted =
          fast !== null && n % 4 !== 0 ? e.within(value, at[last] ?? ZERO, n, RESTS[how]) : value;
        e.writer.line(`${sum} = ${reduceText(how, sum, counted, type === "vec4")};`);
        return;
      }
      e.loop(x.shape[axis] ?? 1, axis === fast ? 4 : 1, (k) =>
        loop(
          rest,
          at.map((c, a) => (a === axis ? k : c)),
        ),
      );
    };
    loop(axes, coordinates);
  });
  if (fast === null) return total;
  return how === "sum"
    ? `${total}.x + ${total}.y + ${total}.z + ${total}.w`
    : reduceText(
        how,
        reduceText(how, `${total}.x`, `${total}.y`, false),
        reduceText(how, `${total}.z`, `${total}.w`, false),
        false,
      );
}

/** The first of the largest, four at a time where they lie so. */
export function writeArgmax(e: Emitter, x: Node, coordinates: readonly Coordinate[]): string {
  const last = x.shape.length - 1;
  const lead = coordinates.slice(0, -1);
  const length = x.shape[last] ?? 1;
  const whole = e.fast(x, last) ? length - (length % 4) : 0;
  const depends = lead.map((c) => c.text());
  const best = e.writer.accumulate("vec2", "vec2(-3.0e38, 0.0)", depends, (found) => {
    const compare = (value: string, at: Coordinate): void =>
      e.writer.line(`if (${value} > ${found}.x) ${found} = vec2(${value}, float(${at.text()}));`);
    if (whole > 0)
      e.loop(whole, 4, (k) => {
        const four = e.writer.name("vec4", e.emit(x, [...lead, k], last));
        for (const by of [0, 1, 2, 3]) compare(`${four}.${"xyzw"[by] ?? "x"}`, e.at.stepped(k, by));
      });
    if (whole < length)
      e.loop(length - whole, 1, (k) => {
        const at = e.at.shifted(k, whole);
        compare(e.emit(x, [...lead, at], null), at);
      });
  });
  return `${best}.y`;
}
