import type { NormaliserDefinition } from "../../../sim/contract/normaliser.ts";

/** What a definition is handed, as the contract has it. */
type Normalise = NonNullable<NormaliserDefinition["normalise"]>;
type Ops = Parameters<Normalise>[0];
type Tensor = Parameters<Normalise>[1];
type Operand = Tensor | number;

/** A block of numbers in the page itself, [rows, channels] or [channels]; a vector goes along with every row. */
export interface Plain extends Tensor {
  readonly values: Float64Array;
}

export function plain(shape: readonly number[], values: ArrayLike<number>): Plain {
  return { shape, values: Float64Array.from(values) };
}

/** Every block in here was made by `plain`. */
function valuesOf(x: Operand): Float64Array | number {
  return typeof x === "number" ? x : (x as Plain).values;
}

function each(a: Operand, b: Operand, compute: (a: number, b: number) => number): Plain {
  const [left, right] = [valuesOf(a), valuesOf(b)];
  const larger = sizeOf(a) >= sizeOf(b) ? a : b;
  if (typeof larger === "number") throw new Error("two plain numbers need no operation");
  const at = (values: Float64Array | number, index: number): number =>
    typeof values === "number" ? values : (values[index % values.length] as number);
  const size = sizeOf(larger);
  return plain(
    larger.shape,
    Array.from({ length: size }, (_, index) => compute(at(left, index), at(right, index))),
  );
}

function sizeOf(x: Operand): number {
  return typeof x === "number" ? 1 : x.shape.reduce((product, n) => product * n, 1);
}

/** As much of the operations as Batch Normalisation’s forward pass asks for. */
type Asked = Pick<
  Ops,
  "add" | "sub" | "mul" | "div" | "sqrt" | "clip" | "scaleAndShift" | "stopGradient" | "now"
>;

const asked: Asked = {
  add: (a, b) => each(a, b, (x, y) => x + y),
  sub: (a, b) => each(a, b, (x, y) => x - y),
  mul: (a, b) => each(a, b, (x, y) => x * y),
  div: (a, b) => each(a, b, (x, y) => x / y),
  sqrt: (x) => each(x, 0, (value) => Math.sqrt(value)),
  clip: (x, low) => each(x, low, Math.max),
  scaleAndShift: (x, { centre, scale, shift }) => {
    const centred = centre ? each(x, centre, (value, by) => value - by) : x;
    const scaled = each(centred, scale, (value, by) => value * by);
    return shift ? each(scaled, shift, (value, by) => value + by) : scaled;
  },
  stopGradient: (x) => x,
  now: (clock, from) => from(clock),
};

/** What is not asked for is not there, and would throw at once. */
export const plainOps = asked as Ops;
