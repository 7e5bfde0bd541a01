import type { MouseEvent } from "react";
import { printLessonAddress } from "./lesson-address.ts";
import { useLesson, useNotebook } from "./lesson-context.ts";

/** All steps of the lesson, each a link, with what is done marked. */
export function JumpList() {
  const { place, go } = useLesson();
  const done = useNotebook((notebook) => notebook.done);
  const jump = (event: MouseEvent, step: number): void => {
    // Another tab or window is the browser’s business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(step);
  };
  return (
    <nav className="jump-list" aria-label="Steps of this lesson">
      <ol>
        {place.lesson.steps.map(({ id, heading }, step) => (
          <li key={id}>
            <a
              href={printLessonAddress({ lesson: place.lesson, step }, location.search)}
              aria-current={step === place.step ? "step" : undefined}
              onClick={(event) => jump(event, step)}
              title={heading}
            >
              <span className="jump-number">{step + 1}</span>
              <span className="jump-heading">{heading}</span>
              {id in done ? <span className="jump-done"> done</span> : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
