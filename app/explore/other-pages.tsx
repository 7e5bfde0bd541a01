import { Button } from "../../components/controls/button.tsx";
import { useActions } from "../store/hooks.ts";
import "./other-pages.css";

const PAGES = [
  { href: "./lessons.html", name: "Lessons", about: "Ten questions, two to four minutes each." },
  { href: "./article.html", name: "Article", about: "The paper’s argument, with live figures." },
  { href: "./teach.html", name: "For teachers", about: "Plans, questions, a sheet to print." },
] as const;

/** The other ways into the same thing. */
export function OtherPages() {
  const { setView } = useActions();
  return (
    <nav className="other-pages" aria-label="More of Normscope">
      {PAGES.map(({ href, name, about }) => (
        <p key={href}>
          <a href={href}>{name}</a> {about}
        </p>
      ))}
      <p>
        <Button kind="quiet" onClick={() => setView({ present: true })}>
          Present
        </Button>{" "}
        This experiment, large enough for a wall.
      </p>
    </nav>
  );
}
