import { useState } from "react";
import type { RangeParam } from "../../sim/contract/params.ts";
import { describedBy, Field } from "./field.tsx";
import { useLocked } from "./lock.ts";
import { NumberInput } from "./number-input.tsx";
import "./slider.css";

export interface NumberFieldProps {
  readonly id: string;
  readonly spec: RangeParam;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly disabledReason?: string | undefined;
}

/** A number that is only typed: a seed has no order worth dragging through. */
export function NumberField(given: NumberFieldProps) {
  const { id, spec, value, onChange, disabledReason } = useLocked(given);
  const [complaint, setComplaint] = useState<string | null>(null);
  const { label, about, effect, unit } = spec;
  const field = { id, label, about, effect, disabledReason };
  return (
    <Field
      {...field}
      kind="number"
      complaint={complaint}
      aside={
        <span className="slider-value">
          <NumberInput
            id={id}
            spec={spec}
            value={value}
            onChange={onChange}
            onComplaint={setComplaint}
            describedBy={describedBy(field)}
            disabled={disabledReason !== undefined}
          />
          {unit ? <span className="slider-unit">{unit}</span> : null}
        </span>
      }
    >
      {null}
    </Field>
  );
}
