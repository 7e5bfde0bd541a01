import { lazy, Suspense, use, useId, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent } from "react";
import { ChartNotesContext } from "./chart-notes.ts";
import type { SavedChart } from "./saved-chart.ts";
import "./chart-save.css";

const SaveMenu = lazy(async () => {
  const { SaveMenu: menu } = await import("./save-menu.tsx");
  return { default: menu };
});

interface ChartSaveProps {
  readonly title: string;
  /** The chart as it stands when it is saved. */
  readonly chart: () => SavedChart;
}

/** A quiet word at the corner of a chart, and behind it the ways to save it. */
export function ChartSave({ title, chart }: ChartSaveProps) {
  const notes = use(ChartNotesContext);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (!notes) return null;
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
