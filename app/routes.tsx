import { lazy, Suspense } from "react";
import type { ReactNode } from "react";
import { ExplorePage } from "./explore/explore-page.tsx";
import { isEmbed, isLessons } from "./route-of.ts";
import { LiveNotes } from "./take-home/live-notes.tsx";

// Most visitors come by the front door, so its chunk is the page's own.
const EmbedPage = lazy(async () => {
  const { EmbedPage: page } = await import("./embed/embed-page.tsx");
  return { default: page };
});

const LessonsPage = lazy(async () => {
  const { LessonsPage: page } = await import("./lessons/lessons-page.tsx");
  return { default: page };
});

/** The doors. */
export function Routes({ path }: { readonly path: string }): ReactNode {
  if (!isEmbed(path) && !isLessons(path))
    return (
      <LiveNotes>
        <ExplorePage />
      </LiveNotes>
    );
  return <Suspense>{isEmbed(path) ? <EmbedPage /> : <LessonsPage />}</Suspense>;
}
