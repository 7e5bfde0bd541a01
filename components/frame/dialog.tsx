import { useId, useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Button } from "../controls/button.tsx";
import "./dialog.css";

export interface DialogProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Beside Close: ways to what comes next. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/**
 * A page laid over the page, open for as long as it is there. The browser's own dialog keeps the keyboard inside, closes on
 * Escape, and gives the focus back to where it was.
 */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the node leaves the page, so that the browser can still give the focus back.
  useLayoutEffect(() => {
    const node = dialog.current;
    node?.showModal();
    return () => node?.close();
  }, []);
  return (
    // Escape is the keyboard's way to close it, beside the button; a click on what lies around is the pointer's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClick={(event) => (event.target === event.currentTarget ? onClose() : undefined)}
      // It may have been closed and opened again before the event arrives.
      onClose={({ currentTarget }) => (currentTarget.open ? undefined : onClose())}
    >
      <div className="dialog-page">
        <header className="dialog-head">
          <h2 id={id} className="dialog-title">
            {title}
          </h2>
          <Button kind="quiet" onClick={onClose}>
            Close
          </Button>
        </header>
        {children}
        {actions ? <footer className="dialog-actions">{actions}</footer> : null}
      </div>
    </dialog>
  );
}
