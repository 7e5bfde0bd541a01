import { Signs } from "../../components/prose/signs.tsx";
import { TermNow, TermSource } from "./term-note.tsx";
import { terms } from "./terms.ts";
import { useLook } from "./use-look.ts";
import "./glossary.css";

/** Every sign and word on the page, with how it stands in this run and where it comes from. */
export function Glossary() {
  const look = useLook();
  return (
    <section className="glossary" aria-labelledby="glossary-title">
      <h2 id="glossary-title">What the signs mean</h2>
      <dl>
        {terms.map((term) => (
          <div key={term.id}>
            <dt>
              <b>
                <Signs text={term.symbol} />
              </b>
              {term.symbol === term.name ? null : <span> {term.name}</span>}
            </dt>
            <dd>
              <Signs text={term.definition} /> <TermNow term={term} look={look} />{" "}
              <TermSource {...term.source} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
