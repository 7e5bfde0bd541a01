import { Button } from "../../components/controls/button.tsx";
import { answerSheet } from "./answer-sheet.ts";
import { printLessonAddress } from "./lesson-address.ts";
import { useLesson } from "./lesson-context.ts";
import { lessons } from "./all-lessons.ts";
import { siteRoot } from "./site-root.ts";

/** What a learner takes along, and where to go from here. */
export function LessonEnd() {
  const { place, notebook } = useLesson();
  const next = lessons[lessons.indexOf(place.lesson) + 1];
  const download = (): void => {
    const site = `${location.origin}${siteRoot()}`;
    const text = answerSheet(place.lesson, notebook.getState(), site);
    const url = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `${place.lesson.id}.md`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="lesson-end">
      <h3>To take along</h3>
      <p>
        What you expected, what you measured, and links to all of it, as a text file. It is made
        here, and goes nowhere unless you send it.
      </p>
      <Button onClick={download}>Download the answer sheet</Button>
      {next ? (
        <p>
          Next lesson:{" "}
          <a href={printLessonAddress({ lesson: next, step: 0 }, location.search)}>{next.title}</a>
        </p>
      ) : null}
    </div>
  );
}
