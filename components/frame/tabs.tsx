import { useId, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import "./tabs.css";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

export interface TabsProps<Id extends string> {
  /** What all of them are about. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** What belongs to the chosen tab. */
  readonly children: ReactNode;
}

/** One of several views at a time. Arrows go from tab to tab and open it; Tab goes on into the view. */
export function Tabs<Id extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  children,
}: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const ids = useId();
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const place = placeForKey(event.key, at, tabs.length);
    const next = place === null ? undefined : tabs[place];
    if (place === null || !next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role='tab']")[place]?.focus();
  };
  return (
    <div className="tabs">
      <div ref={list} role="tablist" aria-label={label} className="tabs-list">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${ids}${tab.id}`}
            className="tabs-tab"
            aria-selected={tab.id === chosen}
            aria-controls={`${ids}view`}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            onKeyDown={move}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${ids}view`} role="tabpanel" aria-labelledby={`${ids}${chosen}`}>
        {children}
      </div>
    </div>
  );
}

/** Round and round with the arrows, to the ends with Home and End; null for a key that is not ours. */
export function placeForKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
