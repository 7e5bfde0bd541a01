import { useId, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import "./term.css";

interface TermProps {
  readonly children: ReactNode;
  /** What it means; rendered only while it is open, so that what is live in it costs nothing before. */
  readonly note: ReactNode;
}

/** A word that explains itself. It is a button, and its note is the browser's own popover: Escape or a click beside it closes it. */
export function Term({ children, note }: TermProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="term" popoverTarget={id} onKeyDown={keepKeys}>
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        className="term-note"
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {isOpen ? note : null}
      </span>
    </>
  );
}

/** A chart around it has keys of its own, and would take Escape for them. */
function keepKeys(event: KeyboardEvent): void {
  event.stopPropagation();
}
