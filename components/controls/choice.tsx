import { describedBy, Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { useLocked } from "./lock.ts";
import "./choice.css";

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several, in a native menu. */
export function Choice(given: ChoiceProps) {
  const props = useLocked(given);
  const { id, options, value, onChange, disabledReason } = props;
  return (
    <Field
      {...props}
      kind="choice"
      aside={
        <select
          id={id}
          className="choice-menu"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-describedby={describedBy(props)}
          disabled={disabledReason !== undefined}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      }
    >
      {null}
    </Field>
  );
}
