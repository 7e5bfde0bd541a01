import { Signs } from "../../components/prose/signs.tsx";
import { termOf } from "./terms.ts";
import type { Look, Term } from "./terms.ts";
import { useLook } from "./use-look.ts";
import "./glossary.css";

/** An entry of the glossary, as it stands in a note. */
export function TermNote({ id }: { readonly id: string }) {
  const term = termOf(id);
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
export function TermNow({ term: { now }, look }: { readonly term: Term; readonly look: Look }) {
  const words = now?.(look) ?? null;
  return words === null ? null : <span className="glossary-now">Now: {words}.</span>;
}

export function TermSource({ words, url }: Term["source"]) {
  return (
    <span className="glossary-source">
      Source: {url === undefined ? words : <a href={url}>{words}</a>}.
    </span>
  );
}
