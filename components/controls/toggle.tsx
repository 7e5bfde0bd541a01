import { describedBy, Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { useLocked } from "./lock.ts";
import "./toggle.css";

export interface ToggleProps extends FieldProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** On or off, in a native checkbox. */
export function Toggle(given: ToggleProps) {
  const props = useLocked(given);
  const { id, value, onChange, disabledReason } = props;
  return (
    <Field
      {...props}
      kind="toggle"
      aside={
        <input
          id={id}
          className="toggle-box"
          type="checkbox"
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={describedBy(props)}
          disabled={disabledReason !== undefined}
        />
      }
    >
      {null}
    </Field>
  );
}
