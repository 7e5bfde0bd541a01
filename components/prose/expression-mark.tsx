import { createElement, Fragment } from "react";
import type { ReactNode } from "react";
import { worth } from "../../sim/contract/equation.ts";
import type { Expression, Name } from "../../sim/contract/equation.ts";
import { exactParts } from "./exact-number.ts";
import { withMinus } from "./format.ts";

/** In names, as a definition has it; or in the numbers that they stand for. */
type Written = "names" | "numbers";

// The types of React know no MathML; the browser does.
function element(tag: string, ...children: readonly ReactNode[]): ReactNode {
  return createElement(tag, null, ...children);
}

export function MathMark({ children }: { readonly children: ReactNode }) {
  return element("math", element("mrow", children));
}

export function Sign({ children }: { readonly children: string }) {
  return element("mo", children);
}

/** A name alone is its number: there is nothing to be written twice. */
export function isBare({ kind }: Expression): boolean {
  return kind === "named" || kind === "number";
}

export function ExpressionMark({
  part,
  written,
}: {
  readonly part: Expression;
  readonly written: Written;
}): ReactNode {
  switch (part.kind) {
    case "number":
      return <NumberMark value={part.value} />;
    case "named":
      return written === "names" ? (
        <NameMark name={part.name} />
      ) : (
        <NumberMark value={part.value} />
      );
    case "plus":
      return <Joined parts={part.parts} sign="+" written={written} />;
    case "minus":
      return (
        <>
          <ExpressionMark part={part.from} written={written} />
          <Sign>−</Sign>
          <Enclosed
            part={part.less}
            written={written}
            isOpen={(less) => isSum(less) || isNegative(less, written)}
          />
        </>
      );
    case "times":
      return <Product parts={part.parts} written={written} />;
    case "over":
      return element("mfrac", row(part.above, written), row(part.below, written));
    case "square":
      return <Square of={part.of} written={written} />;
    case "root":
      return element("msqrt", row(part.of, written));
    case "greatest":
      return (
        <>
          {element("mi", "max")}
          <Parentheses>
            <Joined parts={part.parts} sign="," written={written} />
          </Parentheses>
        </>
      );
    case "total":
      return written === "names" ? <Total total={part} /> : <Terms total={part} />;
    default:
      return part satisfies never;
  }
}

function row(part: Expression, written: Written): ReactNode {
  return element("mrow", <ExpressionMark part={part} written={written} />);
}

function Square({ of, written }: { readonly of: Expression; readonly written: Written }) {
  const base = (
    <Enclosed
      part={of}
      written={written}
      isOpen={(one) => !isBare(one) || isNegative(one, written)}
    />
  );
  return element("msup", element("mrow", base), element("mn", "2"));
}

interface TotalProps {
  readonly total: Extract<Expression, { kind: "total" }>;
}

function Total({ total: { index, at } }: TotalProps) {
  return (
    <>
      {element("munder", element("mo", "∑"), element("mi", index))}
      <Enclosed part={at(0)} written="names" isOpen={isSum} />
    </>
  );
}

/** As many terms as show how it goes on: fewer, where each is long. */
function Terms({ total }: TotalProps) {
  const { count, at } = total;
  const ends = isBare(at(0)) ? [0, 1, count - 1] : [0, count - 1];
  const shown = count <= ends.length ? Array.from({ length: count }, (_, term) => term) : ends;
  return shown.map((term, place) => (
    <Fragment key={term}>
      {place > 0 ? <Sign>+</Sign> : null}
      {place > 0 && term - (shown[place - 1] ?? 0) > 1 ? (
        <>
          {element("mi", "⋯")}
          <Sign>+</Sign>
        </>
      ) : null}
      <Enclosed
        part={at(term)}
        written="numbers"
        isOpen={(part) => isSum(part) || (place > 0 && isNegative(part, "numbers"))}
      />
    </Fragment>
  ));
}

interface PartsProps {
  readonly parts: readonly Expression[];
  readonly written: Written;
}

function Joined({ parts, sign, written }: PartsProps & { readonly sign: string }) {
  return parts.map((part, place) => (
    // Parts have no name but their place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={place}>
      {place > 0 ? <Sign>{sign}</Sign> : null}
      <Enclosed
        part={part}
        written={written}
        isOpen={(one) => place > 0 && isNegative(one, written)}
      />
    </Fragment>
  ));
}

function Product({ parts, written }: PartsProps) {
  return parts.map((part, place) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={place}>
      {place > 0 ? <Sign>{written === "names" ? "\u2062" : "·"}</Sign> : null}
      <Enclosed
        part={part}
        written={written}
        isOpen={(one) => isSum(one) || (place > 0 && isNegative(one, written))}
      />
    </Fragment>
  ));
}

/** In parentheses where the part would otherwise be read with what stands beside it. */
function Enclosed({
  part,
  written,
  isOpen,
}: {
  readonly part: Expression;
  readonly written: Written;
  readonly isOpen: (part: Expression) => boolean;
}) {
  const mark = <ExpressionMark part={part} written={written} />;
  return isOpen(part) ? <Parentheses>{mark}</Parentheses> : mark;
}

function Parentheses({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {fence("(", "prefix")}
      {children}
      {fence(")", "postfix")}
    </>
  );
}

/** A browser tells a fence by its place in a row, and ours stand inside. */
function fence(mark: string, form: "prefix" | "postfix"): ReactNode {
  return createElement("mo", { form, stretchy: "false" }, mark);
}

function isSum({ kind }: Expression): boolean {
  return kind === "plus" || kind === "minus";
}

function isNegative(part: Expression, written: Written): boolean {
  if (written === "names") return false;
  const [first = part] = part.kind === "times" ? part.parts : [part];
  return isBare(first) && worth(first) < 0;
}

/** x̂ with its index below and its square above. */
export function NameMark({ name }: { readonly name: Name }): ReactNode {
  const { letter, hat, below, above } = name;
  const plain = element("mi", letter);
  const base = hat ? createElement("mover", { accent: "true" }, plain, element("mo", "^")) : plain;
  const lower = below === undefined || below === "" ? null : element("mi", below);
  const upper = above === undefined ? null : element("mn", above);
  if (lower && upper) return element("msubsup", base, lower, upper);
  if (lower) return element("msub", base, lower);
  return upper ? element("msup", base, upper) : base;
}

export function NumberMark({ value }: { readonly value: number }): ReactNode {
  const { mantissa, exponent } = exactParts(value);
  const plain = element("mn", mantissa);
  if (exponent === null) return plain;
  const power = element("msup", element("mn", "10"), element("mn", withMinus(String(exponent))));
  return element("mrow", plain, element("mo", "×"), power);
}
