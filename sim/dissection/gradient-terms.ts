import { worth } from "../contract/equation.ts";
import type { Equation, Expression } from "../contract/equation.ts";

/** One of the terms of which the gradient that goes on is made. */
export interface GradientTerm {
  readonly label: Expression;
  readonly isTaken: boolean;
  readonly value: number;
}

/** (a − b − c)/root as a/root, −b/root and −c/root; nothing for what is not written so. */
export function gradientTerms(equations: readonly Equation[]): readonly GradientTerm[] {
  const last = equations.find(({ name }) => name.letter === "∂L/∂x");
  if (last?.from.kind !== "over") return [];
  const size = worth(last.from.below);
  return flattened(last.from.above).map(({ part, sign }) => ({
    label: part,
    isTaken: sign < 0,
    value: (sign * worth(part)) / size,
  }));
}

function flattened(
  part: Expression,
  sign: 1 | -1 = 1,
): readonly { readonly part: Expression; readonly sign: 1 | -1 }[] {
  if (part.kind !== "minus") return [{ part, sign }];
  return [...flattened(part.from, sign), ...flattened(part.less, sign === 1 ? -1 : 1)];
}
