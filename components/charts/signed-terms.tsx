import type { ReactNode } from "react";
import { exactNumber } from "../prose/exact-number.ts";
import "../prose/formula.css";
import "./signed-terms.css";

export interface SignedTerm {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  /** What the terms before it come to, rather than one of them. */
  readonly isResult: boolean;
}

export interface SignedTermsProps {
  readonly title: string;
  /** One sentence that says what the picture shows. */
  readonly summary: string;
  readonly terms: readonly SignedTerm[];
  /** A lane's custom property. */
  readonly colour: `--lane-${string}`;
}

/** Numbers with a sign, as bars from one zero, each with its number beside it. */
export function SignedTerms({ title, summary, terms, colour }: SignedTermsProps) {
  const most = Math.max(...terms.map(({ value }) => value), 0);
  const least = Math.min(...terms.map(({ value }) => value), 0);
  const span = most - least || 1;
  const share = (value: number): number => (100 * value) / span;
  const zero = share(-least);
  return (
    <figure className="signed-terms" style={{ color: `var(${colour})` }}>
      <figcaption>
        <span className="signed-terms-title">{title}</span>
        <span className="said">{summary}</span>
      </figcaption>
      <dl className="signed-terms-list">
        {terms.map(({ id, label, value, isResult }) => (
          <div key={id} className="signed-terms-row">
            <dt className="formula">{label}</dt>
            <dd className="signed-terms-number">{exactNumber(value)}</dd>
            <dd className="signed-terms-track" aria-hidden="true">
              <span className="signed-terms-zero" style={{ left: `${zero}%` }} />
              <span
                className={isResult ? "signed-terms-bar signed-terms-result" : "signed-terms-bar"}
                style={{
                  left: `${zero + Math.min(0, share(value))}%`,
                  width: `${Math.abs(share(value))}%`,
                }}
              />
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
