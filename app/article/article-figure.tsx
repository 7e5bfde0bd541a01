import { use } from "react";
import type { ReactNode } from "react";
import type { Figure } from "./figures.ts";
import { StartsWhenSeen } from "./starts-when-seen.ts";
import { useLiveFrame } from "./use-live-frame.ts";

interface ArticleFigureProps {
  readonly figure: Figure;
  /** What is to be seen. */
  readonly children: ReactNode;
}

/** A live figure: one of our own embeddings, as anybody's page would have it. */
export function ArticleFigure({ figure, children }: ArticleFigureProps) {
  const { query, title } = figure;
  const { frame, height } = useLiveFrame(figure.height, use(StartsWhenSeen));
  return (
    <figure className="article-figure">
      {/* Our own page, which a sandbox would only keep from its worker. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        ref={frame}
        src={`embed.html?${query}`}
        title={title}
        height={height}
        loading="lazy"
      />
      <figcaption>
        {children} <a href={`./?${withoutParts(query)}`}>Open it in the laboratory.</a>
      </figcaption>
    </figure>
  );
}

/** The experiment alone: the laboratory shows all panels and controls. */
function withoutParts(query: string): string {
  const words = new URLSearchParams(query);
  words.delete("panels");
  words.delete("controls");
  return words.toString();
}
