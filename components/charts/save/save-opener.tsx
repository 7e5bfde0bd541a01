import { lazy, Suspense, useId, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent } from "react";
import type { ChartSaveProps } from "./chart-save.tsx";
import type { ChartNotes } from "./saved-chart.ts";
import "./save-opener.css";

const SaveMenu = lazy(async () => {
  const { SaveMenu: menu } = await import("./save-menu.tsx");
  return { default: menu };
});

interface SaveOpenerProps extends ChartSaveProps {
  readonly notes: () => Promise<ChartNotes>;
}

/** A quiet word at the corner of a chart, and behind it the ways to save it. */
export function SaveOpener({ title, chart, notes }: SaveOpenerProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The figure around it has keys of its own, which move the crosshair.
    event.stopPropagation();
    if (event.key === "Escape" && isOpen) close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // Escape and leaving close it, as any menu; its buttons are the browser's own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="chart-save" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={opener}
        type="button"
        className="button button-quiet chart-save-opener"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        Save<span className="said"> the chart “{title}”</span>
      </button>
      {isOpen ? (
        <Suspense>
          <SaveMenu id={id} chart={chart()} notes={notes} onDone={close} />
        </Suspense>
      ) : null}
    </div>
  );
}
