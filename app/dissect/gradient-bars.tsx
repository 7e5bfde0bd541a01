import type { SignedTerm, SignedTermsProps } from "../../components/charts/signed-terms.tsx";
import {
  ExpressionMark,
  MathMark,
  NameMark,
  Sign,
} from "../../components/prose/expression-mark.tsx";
import { worth } from "../../sim/contract/equation.ts";
import type { Equation } from "../../sim/contract/equation.ts";
import { gradientTerms } from "../../sim/dissection/gradient-terms.ts";

/** The gradient that goes on as bars: term by term where it is exact; beside the exact one where it is not. */
export function gradientBars(
  equations: readonly Equation[],
): Pick<SignedTermsProps, "title" | "summary" | "terms"> | null {
  const compared = ["approximate", "exact", "left out"].flatMap(
    (letter) => equations.find(({ name }) => name.letter === letter) ?? [],
  );
  if (compared.length > 0)
    return {
      title: "What does the approximation leave out?",
      summary: "The approximate gradient, the exact one, and the difference, at the followed row.",
      terms: compared.map((equation) => resultBar(equation, equation.name.letter === "left out")),
    };
  const last = equations.find(({ name }) => name.letter === "∂L/∂x");
  if (!last) return null;
  const terms = gradientTerms(equations).map(({ label, isTaken, value }, place): SignedTerm => ({
    id: String(place),
    label: (
      <MathMark>
        {isTaken ? <Sign>−</Sign> : null}
        <ExpressionMark part={label} written="names" />
      </MathMark>
    ),
    value,
    isResult: false,
  }));
  return {
    title: "What is taken off the gradient?",
    summary: "Its terms, each divided by the root, and what goes on to the followed row.",
    terms: [...terms, resultBar(last, true)],
  };
}

function resultBar({ name, from, words }: Equation, isResult: boolean): SignedTerm {
  return {
    id: words,
    label: (
      <MathMark>
        <NameMark name={name} />
      </MathMark>
    ),
    value: worth(from),
    isResult,
  };
}
