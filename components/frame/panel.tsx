import { useId } from "react";
import type { ReactNode } from "react";
import "./panel.css";

export interface PanelProps {
  readonly title?: string | undefined;
  readonly headingLevel?: 2 | 3 | 4;
  /** The title is for those who listen: those who see it have it before them already. */
  readonly isTitleSaid?: boolean;
  /** At the right of the title: a menu, a unit, a word. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page: white space around it, a title if it needs one, no box. */
export function Panel(props: PanelProps) {
  const { title, headingLevel = 2, isTitleSaid = false, aside, children } = props;
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="panel" aria-labelledby={title ? id : undefined}>
      {title || aside ? (
        <div className={isTitleSaid ? "said" : "panel-head"}>
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
