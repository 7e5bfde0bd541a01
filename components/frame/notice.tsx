import type { ReactNode } from "react";
import { Button } from "../controls/button.tsx";
import "./notice.css";

export interface NoticeProps {
  /** Status: something to know. Alert: something went wrong. */
  readonly kind: "status" | "alert";
  /** A sentence that names the thing, the value, and the way on. */
  readonly children: ReactNode;
  /** Buttons: the way on. */
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

export function Notice({ kind, children, actions, onDismiss }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind}>
      <div className="notice-words">{children}</div>
      {actions}
      {onDismiss ? (
        <Button kind="quiet" onClick={onDismiss}>
          Dismiss
        </Button>
      ) : null}
    </div>
  );
}
