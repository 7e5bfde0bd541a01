import { lazy, Suspense } from "react";
import type { ReactNode } from "react";
import type { Door } from "./door-of.ts";
import { ExplorePage } from "./explore/explore-page.tsx";
import { usePage } from "./store/hooks.ts";
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

const ArticlePage = lazy(async () => {
  const { ArticlePage: page } = await import("./article/article-page.tsx");
  return { default: page };
});

const TeachPage = lazy(async () => {
  const { TeachPage: page } = await import("./teach/teach-page.tsx");
  return { default: page };
});

const PresentPage = lazy(async () => {
  const { PresentPage: page } = await import("./present/present-page.tsx");
  return { default: page };
});

/** The doors. */
export function Routes({ door }: { readonly door: Door }): ReactNode {
  const presents = usePage((state) => state.present);
  if (door === "laboratory" && !presents)
    return (
      <LiveNotes>
        <ExplorePage />
      </LiveNotes>
    );
  return (
    <Suspense>
      <OtherPage door={door} />
    </Suspense>
  );
}

function OtherPage({ door }: { readonly door: Door }): ReactNode {
  switch (door) {
    case "embed":
      return <EmbedPage />;
    case "lessons":
      return <LessonsPage />;
    case "article":
      return <ArticlePage />;
    case "teach":
      return <TeachPage />;
    case "laboratory":
      return <PresentPage />;
    default:
      return door satisfies never;
  }
}
