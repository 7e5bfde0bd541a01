import type { MapFunction, Reduction } from "./graph.ts";

/** What a reduction begins with. */
export const RESTS: Readonly<Record<Reduction, string>> = {
  sum: "0.0",
  max: "-3.0e38",
  min: "3.0e38",
};

/** One step of a reduction. What is not a number stays visible. */
export function reduceText(how: Reduction, sofar: string, value: string, wide: boolean): string {
  return how === "sum" ? `${sofar} + ${value}` : chosen(how === "max", sofar, value, wide);
}

/** The larger or the smaller; where either is not a number, neither is the result, unlike GLSL's own. */
function chosen(larger: boolean, a: string, b: string, wide: boolean): string {
  if (!wide) return `(${a} ${larger ? ">" : "<"} ${b} ? ${a} : ${b})`;
  return `mix(${b}, ${a}, ${larger ? "greaterThan" : "lessThan"}(${a}, ${b}))`;
}

/** A function of its operands, each a float, or each a vec4 where `wide`. */
export function mapText(apply: MapFunction, operands: readonly string[], wide: boolean): string {
  const [a = "", b = ""] = operands;
  const compare = (vector: string, sign: string): string =>
    wide ? `vec4(${vector}(${a}, ${b}))` : `float(${a} ${sign} ${b})`;
  const zero = wide ? "vec4(0.0)" : "0.0";
  switch (apply) {
    case "add":
      return `(${a} + ${b})`;
    case "sub":
      return `(${a} - ${b})`;
    case "mul":
    case "and":
      return `(${a} * ${b})`;
    case "div":
      return `(${a} / ${b})`;
    case "maximum":
      return chosen(true, a, b, wide);
    case "minimum":
      return chosen(false, a, b, wide);
    case "greater":
      return compare("greaterThan", ">");
    case "less":
      return compare("lessThan", "<");
    case "equal":
      return compare("equal", "==");
    case "neg":
      return `(-${a})`;
    case "square":
      return `(${a} * ${a})`;
    case "sqrt":
      return `sqrt(${a})`;
    case "rsqrt":
      return `inversesqrt(${a})`;
    case "exp":
      return `exp(${a})`;
    case "log":
      return `log(${a})`;
    case "abs":
      return `abs(${a})`;
    case "sign":
      return `sign(${a})`;
    case "step":
      return wide ? `vec4(greaterThan(${a}, ${zero}))` : `float(${a} > 0.0)`;
    case "tanh":
      // Some drivers compute it from e^2x, which overflows.
      return `tanh(clamp(${a}, -15.0, 15.0))`;
    case "sigmoid":
      return `(1.0 / (1.0 + exp(-${a})))`;
    case "relu":
      return wide ? `mix(${a}, ${zero}, lessThan(${a}, ${zero}))` : `(${a} < 0.0 ? 0.0 : ${a})`;
    case "truncate":
      return `trunc(${a})`;
  }
}
