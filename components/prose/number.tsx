import { numberParts, withMinus } from "./format.ts";
import type { NumberParts } from "./format.ts";
import "./number.css";

export interface FormattedNumberProps {
  readonly value: number;
  readonly unit?: string | undefined;
  /** Keep trailing zeros, for a number that changes. */
  readonly steady?: boolean;
}

/** A number in running text: three significant digits, a real superscript, its unit kept beside it. */
export function FormattedNumber({ value, unit, steady = false }: FormattedNumberProps) {
  return (
    <span className="number">
      <Power parts={numberParts(value, { steady })} />
      {unit ? `\u00a0${unit}` : null}
    </span>
  );
}

function Power({ parts: { mantissa, exponent } }: { readonly parts: NumberParts }) {
  if (exponent === null) return mantissa;
  return (
    <>
      {mantissa === "1" ? "10" : `${mantissa} × 10`}
      <sup>{withMinus(String(exponent))}</sup>
    </>
  );
}

/** The same inside an SVG text element. */
export function SvgNumber({ parts: { mantissa, exponent } }: { readonly parts: NumberParts }) {
  if (exponent === null) return mantissa;
  return (
    <>
      {mantissa === "1" ? "10" : `${mantissa} × 10`}
      <tspan dy="-0.4em" fontSize="0.75em">
        {withMinus(String(exponent))}
      </tspan>
    </>
  );
}
