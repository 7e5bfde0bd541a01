import type { Session } from "./session.ts";

const WORD = "Paused · ";

/**
 * While the tab is hidden the run rests, and the tab's title says so: browsers hold hidden pages back, and nobody would see
 * the points as they come. Returns a function that lets go.
 */
export function restWhenHidden(session: Session, page: Document): () => void {
  const look = (): void => {
    if (page.visibilityState === "hidden") {
      session.hide();
      if (session.store.getState().dozes) page.title = `${WORD}${page.title}`;
      return;
    }
    session.show();
    if (page.title.startsWith(WORD)) page.title = page.title.slice(WORD.length);
  };
  page.addEventListener("visibilitychange", look);
  return () => page.removeEventListener("visibilitychange", look);
}
