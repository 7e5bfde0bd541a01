import { worth } from "../../sim/contract/equation.ts";
import type { Equation } from "../../sim/contract/equation.ts";
import { exactNumber } from "./exact-number.ts";
import {
  ExpressionMark,
  isBare,
  MathMark,
  NameMark,
  NumberMark,
  Sign,
} from "./expression-mark.tsx";
import "./formula.css";
import "./equation.css";

/**
 * A formula in MathML, built from its parts: in names, in numbers, and what that gives. Numbers change with every step, so
 * these cannot be set while the page is built.
 */
export function EquationLine({ equation }: { readonly equation: Equation }) {
  const { name, from, network, words } = equation;
  const result = worth(from);
  return (
    <div className="equation">
      <span className="equation-words">{words}</span>
      <span className="formula equation-formula">
        <MathMark>
          <NameMark name={name} />
          <Sign>=</Sign>
          <ExpressionMark part={from} written="names" />
        </MathMark>
        {isBare(from) ? null : (
          <MathMark>
            <Sign>=</Sign>
            <ExpressionMark part={from} written="numbers" />
          </MathMark>
        )}
        <MathMark>
          <Sign>=</Sign>
          <NumberMark value={result} />
        </MathMark>
      </span>
      {network === null ? null : (
        <span className="equation-network">the network has {exactNumber(network)}</span>
      )}
    </div>
  );
}
