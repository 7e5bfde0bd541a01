import { printLessonAddress } from "./lesson-address.ts";
import { siteRoot } from "./site-root.ts";

/** Where one is, and the two ways out. */
export function LessonHeader({ title }: { readonly title: string }) {
  return (
    <header className="lesson-header">
      <p className="lesson-ways">
        <a href={siteRoot()}>Normscope</a>
        <a href={printLessonAddress(null, location.search)}>Lessons</a>
      </p>
      <h1>{title}</h1>
    </header>
  );
}
