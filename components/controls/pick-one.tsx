import { useId } from "react";
import type { ReactNode } from "react";
import "./pick-one.css";

export interface PickOption {
  readonly value: string;
  readonly label: ReactNode;
  /** Before the words: a sketch. */
  readonly picture?: ReactNode;
}

export interface PickOneProps {
  /** What is asked. */
  readonly legend: string;
  readonly options: readonly PickOption[];
  /** Null while nothing is picked. */
  readonly value: string | null;
  readonly onPick: (value: string) => void;
  /** Side by side, for a few short words. */
  readonly isRow?: boolean;
  /** It has been answered, and stays as it is. */
  readonly isSettled?: boolean;
}

/** One of a few, all of them seen at once: native radio buttons, with room for a picture each. */
export function PickOne(props: PickOneProps) {
  const { legend, options, value, onPick, isRow = false, isSettled = false } = props;
  const name = useId();
  return (
    <fieldset className={isRow ? "pick-one pick-one-row" : "pick-one"} disabled={isSettled}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="pick-one-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          {option.picture}
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
