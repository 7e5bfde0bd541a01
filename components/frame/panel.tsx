import { useId } from "react";
import type { ReactNode } from "react";
import "./panel.css";

export interface PanelProps {
  readonly title?: string | undefined;
  readonly headingLevel?: 2 | 3 | 4;
  /** At the right of the title: a menu, a unit, a word. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page: white space around it, a title if it needs one, no box. */
export function Panel({ title, headingLevel = 2, aside, children }: PanelProps) {
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="panel" aria-labelledby={title ? id : undefined}>
      {title || aside ? (
        <div className="panel-head">
          {title ? (
            <Heading id={id} className="panel-title">
              {title}
            </Heading>
          ) : null}
          {aside ? <div className="panel-aside">{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
