import { lazy, Suspense } from "react";
import { Term } from "../../components/prose/term.tsx";

// The glossary is read by the curious, and comes with the first note that is opened.
const TermNote = lazy(async () => {
  const { TermNote: note } = await import("./term-note.tsx");
  return { default: note };
});

interface ExplainedProps {
  /** Of the glossary. */
  readonly term: string;
  readonly children: string;
}

/** A word on the page that opens its entry of the glossary. */
export function Explained({ term, children }: ExplainedProps) {
  const note = (
    <Suspense>
      <TermNote id={term} />
    </Suspense>
  );
  return <Term note={note}>{children}</Term>;
}
