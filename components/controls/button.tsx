import { useId } from "react";
import type { ReactNode } from "react";
import { useLocked } from "./lock.ts";
import "./button.css";

export interface ButtonProps {
  /** A verb. */
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** Primary: the one thing to do. Quiet: no outline until it is pointed at. */
  readonly kind?: "primary" | "plain" | "quiet";
  /** Why it cannot be pressed now; without this it can. */
  readonly disabledReason?: string | undefined;
  /** For a button that stays down. */
  readonly isPressed?: boolean | undefined;
  /** For a button that opens something. */
  readonly isExpanded?: boolean | undefined;
  readonly controls?: string | undefined;
}

/** A disabled button can still be reached, so that its reason can be read. */
export function Button(given: ButtonProps) {
  const props = useLocked(given);
  const { children, onClick, kind = "plain", disabledReason, isPressed, isExpanded } = props;
  const reasonId = useId();
  const isDisabled = disabledReason !== undefined;
  return (
    <>
      <button
        type="button"
        className={`button button-${kind}`}
        onClick={isDisabled ? undefined : onClick}
        aria-disabled={isDisabled || undefined}
        aria-describedby={isDisabled ? reasonId : undefined}
        aria-pressed={isPressed}
        aria-expanded={isExpanded}
        aria-controls={props.controls}
        title={disabledReason}
      >
        {children}
      </button>
      {isDisabled ? (
        <span id={reasonId} className="said">
          {disabledReason}
        </span>
      ) : null}
    </>
  );
}
