import { useState } from "react";
import type { RangeParam } from "../../sim/contract/params.ts";
import { formatInteger, formatNumber } from "../prose/format.ts";
import { describedBy, Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { useLocked } from "./lock.ts";
import { NumberInput } from "./number-input.tsx";
import { placeOf, trackOf, valueAt } from "./slider-scale.ts";
import "./slider.css";

export interface SliderProps extends FieldProps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly scale?: "linear" | "log" | undefined;
  readonly unit?: string | undefined;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that is dragged, or typed beside its label. */
export function Slider(given: SliderProps) {
  const props = useLocked(given);
  const { id, value, unit, onChange, disabledReason } = props;
  const [complaint, setComplaint] = useState<string | null>(null);
  const place = placeOf(value, props);
  const moved = (next: number) => {
    setComplaint(null);
    onChange(valueAt(next, props));
  };
  return (
    <Field
      {...props}
      kind="slider"
      complaint={complaint}
      aside={
        <span className="slider-value">
          <NumberInput
            id={`${id}-number`}
            spec={specOf(props)}
            value={value}
            onChange={onChange}
            onComplaint={setComplaint}
            name="Type a value"
            describedBy={`${id}-label`}
            disabled={disabledReason !== undefined}
          />
          {unit ? <span className="slider-unit">{unit}</span> : null}
        </span>
      }
    >
      <input
        id={id}
        className="slider-track"
        type="range"
        {...trackOf(props)}
        value={place}
        onChange={(event) => moved(event.target.valueAsNumber)}
        aria-valuetext={spoken(props)}
        aria-describedby={describedBy(props)}
        disabled={disabledReason !== undefined}
      />
    </Field>
  );
}

function spoken({ value, step, unit }: SliderProps): string {
  const number = Number.isInteger(step) ? formatInteger(value) : formatNumber(value);
  return unit ? `${number} ${unit}` : number;
}

function specOf(props: SliderProps): RangeParam {
  const { label, about = "", effect = "live", min, max, step, scale = "linear", value } = props;
  return { kind: "range", label, about, effect, min, max, step, scale, initial: value };
}
