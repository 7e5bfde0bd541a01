import { ZERO } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";
import type { Emitter } from "./emit.ts";
import type { Node } from "./graph.ts";
import { baseOf, isOneHot } from "./schedule.ts";

/** Along which axis four neighbours of a product's right side are wanted. */
export type Along = "inner" | "columns" | null;

/** A sum over an inner axis of products of two sides. */
export interface Contraction {
  readonly inner: number;
  readonly depends: readonly Coordinate[];
  readonly wide: boolean;
  readonly left: (k: Coordinate, along: boolean) => string;
  readonly right: (k: Coordinate, column: Coordinate, along: Along) => string;
  readonly column: Coordinate;
  /** Whether four neighbours along the inner axis lie in one texel of the left side. */
  readonly leftFast: boolean;
  /** Along which axis four neighbours lie in one texel of the right side. */
  readonly rightFast: "inner" | "columns";
  /** The left side is nearly everywhere zero: the right side is read only where it is not. */
  readonly sparse?: boolean;
}

export function writeProduct(
  e: Emitter,
  a: Node,
  b: Node,
  coordinates: readonly Coordinate[],
  wide: number | null,
): string {
  const [batch = ZERO, i = ZERO, j = ZERO] = coordinates;
  const inner = a.shape[2] ?? 1;
  const own = (x: Node): Coordinate => (x.shape[0] === 1 ? ZERO : batch);
  // Four neighbours along the rows: the same sum, with the sides in each other's place.
  if (wide === 1)
    return writeContract(e, {
      inner,
      depends: coordinates,
      wide: true,
      left: (k, along) => e.emit(b, [own(b), k, j], along ? 1 : null),
      right: (k, row, along) =>
        e.emit(a, [own(a), row, k], along === "inner" ? 2 : along === "columns" ? 1 : null),
      column: i,
      leftFast: e.fast(b, 1),
      rightFast: e.fast(a, 2) ? "inner" : "columns",
    });
  if (wide !== null && wide !== 2)
    return e.wideOrNot(coordinates, wide, (at) => writeProduct(e, a, b, at, null));
  return writeContract(e, {
    inner,
    depends: coordinates,
    wide: wide !== null,
    left: (k, along) => e.emit(a, [own(a), i, k], along ? 2 : null),
    right: (k, column, along) =>
      e.emit(b, [own(b), k, column], along === "inner" ? 1 : along === "columns" ? 2 : null),
    column: j,
    leftFast: e.fast(a, 2),
    rightFast: e.fast(b, 1) ? "inner" : "columns",
    sparse: isOneHot(baseOf(a)),
  });
}

function writeContract(e: Emitter, contraction: Contraction): string {
  const { wide, depends } = contraction;
  const type = wide ? "vec4" : "float";
  return e.writer.accumulate(
    type,
    wide ? "vec4(0.0)" : "0.0",
    depends.map((c) => c.text()),
    (sum) => writeSum(e, sum, contraction),
  );
}

/** Adds Σₖ left(k)·right(k, column) to `sum`, four k at a time where the numbers lie so. */
export function writeSum(
  e: Emitter,
  sum: string,
  { inner, wide, left, right, column, leftFast, rightFast, sparse = false }: Contraction,
): void {
  const masked = (text: string, k: Coordinate): string =>
    inner % 4 === 0 ? text : e.within(text, k, inner, "0.0");
  if (!wide) {
    e.loop(inner, 4, (k) => {
      const a = masked(left(k, true), k);
      e.writer.line(`${sum} += dot(${a}, ${masked(right(k, column, "inner"), k)});`);
    });
    return;
  }
  if (sparse && rightFast === "columns") {
    e.loop(inner, 4, (k) => {
      const a = e.writer.name("vec4", masked(left(k, true), k));
      e.writer.nested(
        () => `if (${a} != vec4(0.0))`,
        () => {
          const parts = [0, 1, 2, 3].map(
            (by) => `${a}.${"xyzw"[by] ?? "x"} * ${right(e.at.stepped(k, by), column, "columns")}`,
          );
          e.writer.line(`${sum} += ${parts.join(" + ")};`);
        },
      );
    });
    return;
  }
  if (rightFast === "inner") {
    e.loop(inner, 4, (k) => {
      const a = e.writer.name("vec4", masked(left(k, true), k));
      const dots = [0, 1, 2, 3].map(
        (by) => `dot(${a}, ${masked(right(k, e.at.stepped(column, by), "inner"), k)})`,
      );
      e.writer.line(`${sum} += vec4(${dots.join(", ")});`);
    });
    return;
  }
  const one = (k: Coordinate): void =>
    e.writer.line(`${sum} += ${left(k, false)} * ${right(k, column, "columns")};`);
  if (!leftFast) {
    e.loop(inner, 1, one);
    return;
  }
  const whole = inner - (inner % 4);
  e.loop(whole, 4, (k) => {
    const a = left(k, true);
    const parts = [0, 1, 2, 3].map(
      (by) => `${a}.${"xyzw"[by] ?? "x"} * ${right(e.at.stepped(k, by), column, "columns")}`,
    );
    e.writer.line(`${sum} += ${parts.join(" + ")};`);
  });
  // What does not fill a texel, one by one: past the end may lie anything.
  if (whole < inner) e.loop(inner - whole, 1, (k) => one(e.at.shifted(k, whole)));
}
