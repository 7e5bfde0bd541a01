import { Signs } from "../../components/prose/signs.tsx";
import { Term } from "../../components/prose/term.tsx";
import { termOf } from "./terms.ts";
import type { Look, Term as TermEntry } from "./terms.ts";
import { useLook } from "./use-look.ts";
import "./glossary.css";

interface ExplainedProps {
  /** Of the glossary. */
  readonly term: string;
  readonly children: string;
}

/** A word on the page that opens its entry of the glossary. */
export function Explained({ term, children }: ExplainedProps) {
  const entry = termOf(term);
  return <Term note={<Note term={entry} />}>{children}</Term>;
}

function Note({ term }: { readonly term: TermEntry }) {
  const look = useLook();
  return (
    <>
      <b>
        <Signs text={`${term.symbol}, ${term.name}`} />
      </b>
      <span className="glossary-definition">
        <Signs text={term.definition} />
      </span>
      <TermNow term={term} look={look} />
      <TermSource {...term.source} />
    </>
  );
}

/** How it stands in this run. */
export function TermNow({
  term: { now },
  look,
}: {
  readonly term: TermEntry;
  readonly look: Look;
}) {
  const words = now?.(look) ?? null;
  return words === null ? null : <span className="glossary-now">Now: {words}.</span>;
}

export function TermSource({ words, url }: TermEntry["source"]) {
  return (
    <span className="glossary-source">
      Source: {url === undefined ? words : <a href={url}>{words}</a>}.
    </span>
  );
}
