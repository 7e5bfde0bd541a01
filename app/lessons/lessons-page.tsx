import { useEffect, useState } from "react";
import { Notice } from "../../components/frame/notice.tsx";
import { lessons } from "./all-lessons.ts";
import { printLessonAddress, readLessonAddress } from "./lesson-address.ts";
import { LessonPage } from "./lesson-page.tsx";
import { siteRoot } from "./site-root.ts";
import "./lessons.css";

/** The list of lessons, or the one that the address names. */
export function LessonsPage() {
  const [{ place, complaints }] = useState(() => readLessonAddress(location.search, lessons));
  if (place) return <LessonPage first={place} complaints={complaints} />;
  return <LessonList complaints={complaints} />;
}

function LessonList({ complaints }: { readonly complaints: readonly string[] }) {
  useEffect(() => {
    document.title = "Lessons · Normscope";
  }, []);
  return (
    <div className="lesson-list">
      <header className="lesson-header">
        <p className="lesson-ways">
          <a href={siteRoot()}>Normscope</a>
        </p>
        <h1>Lessons</h1>
      </header>
      <main>
        {complaints.length > 0 ? (
          <Notice kind="status">
            <p>{complaints.join(" ")}</p>
          </Notice>
        ) : null}
        <p className="lesson-list-words">
          Each takes two to four minutes. You say what you expect, train a network, and see. Nothing
          is scored, and nothing leaves this page; at the end you can take your answers along.
        </p>
        <ol className="lesson-list-items">
          {lessons.map((lesson) => (
            <li key={lesson.id}>
              <h2>
                <a href={printLessonAddress({ lesson, step: 0 }, location.search)}>
                  {lesson.title}
                </a>
              </h2>
              <p>
                {lesson.objectives.join(" ")}{" "}
                <span className="lesson-list-minutes">About {lesson.minutes} minutes.</span>
              </p>
            </li>
          ))}
        </ol>
      </main>
    </div>
  );
}
