import { use, useState } from "react";
import type { ReactNode } from "react";
import type { Effect } from "../../sim/contract/params.ts";
import { EFFECT_WORDS } from "./effect-words.ts";
import { LockContext } from "./lock.ts";
import "./field.css";

/** What every control has: a label, a sentence about it, when it takes hold, and why it may not be used. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** One sentence: what it is and what turning it does. */
  readonly about?: string | undefined;
  readonly effect?: Effect | undefined;
  /** Why it cannot be used now; without this it can. */
  readonly disabledReason?: string | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly kind: string;
  /** Right of the label. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** A sentence about what was typed. */
  readonly complaint?: string | null;
}

/** The label above, its control below, and a note on hover or keyboard focus. */
export function Field(props: FieldFrameProps) {
  const { id, label, about, effect, disabledReason, kind, aside, children, complaint } = props;
  const [isDismissed, dismiss] = useState(false);
  const isLocked = use(LockContext) !== undefined;
  return (
    // Escape puts the note away, which may lie over other controls, until focus returns.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`field field-${kind}`}
      data-disabled={disabledReason ? "" : undefined}
      data-dismissed={isDismissed ? "" : undefined}
      onKeyDown={(event) => (event.key === "Escape" ? dismiss(true) : undefined)}
      onBlur={() => dismiss(false)}
    >
      <div className="field-head">
        <label htmlFor={id} id={`${id}-label`} className={about ? "field-term" : undefined}>
          {label}
        </label>
        {effect ? <span className="field-effect">{EFFECT_WORDS[effect]}</span> : null}
        {aside}
      </div>
      {children}
      {about ? (
        <p className="field-about" id={`${id}-about`}>
          {about}
        </p>
      ) : null}
      {disabledReason ? (
        <p className={isLocked ? "said" : "field-note"} id={`${id}-reason`}>
          {disabledReason}
        </p>
      ) : null}
      <output className="field-note" htmlFor={id}>
        {complaint}
      </output>
    </div>
  );
}

/** The ids of what describes a control, for `aria-describedby`. */
export function describedBy({ id, about, disabledReason }: FieldProps): string | undefined {
  const ids = [about ? `${id}-about` : null, disabledReason ? `${id}-reason` : null];
  return ids.filter(Boolean).join(" ") || undefined;
}
