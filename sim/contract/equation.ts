/** A name as it is written in a formula: x̂ᵢ is letter x with a hat and i below. */
export interface Name {
  readonly letter: string;
  readonly below?: string;
  /** Above: a square, mostly. */
  readonly above?: string;
  readonly hat?: boolean;
}

/** Part of a formula that can be written in names or in numbers, and worked out. */
export type Expression =
  /** A number that has no name: 1, or 1/t. */
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "named"; readonly name: Name; readonly value: number }
  | { readonly kind: "plus"; readonly parts: readonly Expression[] }
  | { readonly kind: "minus"; readonly from: Expression; readonly less: Expression }
  | { readonly kind: "times"; readonly parts: readonly Expression[] }
  | { readonly kind: "over"; readonly above: Expression; readonly below: Expression }
  | { readonly kind: "square"; readonly of: Expression }
  | { readonly kind: "root"; readonly of: Expression }
  | { readonly kind: "greatest"; readonly parts: readonly Expression[] }
  /** Σ: every term is written with the running index; `at` gives the terms with their numbers, counted from 0. */
  | {
      readonly kind: "total";
      readonly index: string;
      readonly count: number;
      readonly at: (term: number) => Expression;
    };

/** A formula whose numbers are all there. */
export interface Equation {
  readonly name: Name;
  readonly from: Expression;
  /** The same by the network itself, where it has computed that. */
  readonly network: number | null;
  /** What it is, in a few words. */
  readonly words: string;
}

export function worth(expression: Expression): number {
  switch (expression.kind) {
    case "number":
    case "named":
      return expression.value;
    case "plus":
      return expression.parts.reduce((sum, part) => sum + worth(part), 0);
    case "minus":
      return worth(expression.from) - worth(expression.less);
    case "times":
      return expression.parts.reduce((product, part) => product * worth(part), 1);
    case "over":
      return worth(expression.above) / worth(expression.below);
    case "square":
      return worth(expression.of) ** 2;
    case "root":
      return Math.sqrt(worth(expression.of));
    case "greatest":
      return Math.max(...expression.parts.map(worth));
    case "total": {
      let sum = 0;
      for (let term = 0; term < expression.count; term++) sum += worth(expression.at(term));
      return sum;
    }
    default:
      return expression satisfies never;
  }
}

export function num(value: number): Expression {
  return { kind: "number", value };
}

export function named(name: Name, value: number): Expression {
  return { kind: "named", name, value };
}

export function plus(...parts: readonly Expression[]): Expression {
  return { kind: "plus", parts };
}

export function minus(from: Expression, less: Expression): Expression {
  return { kind: "minus", from, less };
}

export function times(...parts: readonly Expression[]): Expression {
  return { kind: "times", parts };
}

export function over(above: Expression, below: Expression): Expression {
  return { kind: "over", above, below };
}

export function square(of: Expression): Expression {
  return { kind: "square", of };
}

export function root(of: Expression): Expression {
  return { kind: "root", of };
}

export function greatest(...parts: readonly Expression[]): Expression {
  return { kind: "greatest", parts };
}

export function total(index: string, count: number, at: (term: number) => Expression): Expression {
  return { kind: "total", index, count, at };
}

/** (1/count)·Σ. */
export function mean(
  size: Name,
  index: string,
  count: number,
  at: (term: number) => Expression,
): Expression {
  return over(total(index, count, at), named(size, count));
}
