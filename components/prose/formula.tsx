import formulas from "virtual:formulas";
import "./formula.css";

export interface FormulaProps {
  /** As a definition of the catalogue has it; any other was never set. */
  readonly tex: string;
  /** A display stands on lines of its own, with whole fractions; otherwise it runs with the text. */
  readonly display?: boolean;
}

/** A formula as MathML, set when the page was built. */
export function Formula({ tex, display = false }: FormulaProps) {
  const parts = formulas[tex];
  if (!parts) throw new Error(`no definition of the catalogue has the formula ${tex}`);
  return (
    <span className={display ? "formula formula-display" : "formula"}>
      {parts.map((part) => (
        // Markup of our own build, from our own definitions; nothing that a visitor wrote comes here.
        // oxlint-disable-next-line react/no-danger
        <span key={part} dangerouslySetInnerHTML={{ __html: part }} />
      ))}
    </span>
  );
}
