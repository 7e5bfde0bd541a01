import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { RangeParam } from "../../sim/contract/params.ts";
import { readParam } from "../../sim/contract/params.ts";
import { formatInteger, formatNumber } from "../prose/format.ts";
import { typedNumber } from "./typed-number.ts";
import "./number-input.css";

export interface NumberInputProps {
  readonly id: string;
  readonly spec: RangeParam;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** A sentence when what was typed is out of range or no number; null when all is well. */
  readonly onComplaint: (complaint: string | null) => void;
  /** For where no visible label points at it. */
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean;
}

/** A number that is typed: written prettily at rest, plainly while it is edited; Enter or leaving commits, Escape reverts. */
export function NumberInput(props: NumberInputProps) {
  const { id, spec, value, onChange, onComplaint, name, describedBy, disabled } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    if (draft === String(value)) return;
    const read = readParam(spec.label, spec, typedNumber(draft));
    onComplaint(read.complaint ?? null);
    if (read.ok && typeof read.value === "number") onChange(read.value);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key === "Escape") setDraft(null);
  };
  const written = Number.isInteger(spec.step) ? formatInteger(value) : formatNumber(value);
  return (
    <input
      id={id}
      className="number-input"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      size={Math.max(5, String(spec.max).length)}
      value={draft ?? written}
      onFocus={() => setDraft(String(value))}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={pressed}
      aria-label={name}
      aria-describedby={describedBy}
      disabled={disabled}
    />
  );
}
