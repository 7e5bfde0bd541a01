import { useReadout } from "../session-context.ts";
import type { State } from "../store/store.ts";
import { provenanceRows } from "./provenance-rows.ts";
import "../panels/fact-list.css";

/** How these numbers came about. */
export function Provenance() {
  const state = useReadout(whole);
  return (
    <section className="fact-list provenance" aria-labelledby="provenance-title">
      <h2 id="provenance-title">How these numbers were computed</h2>
      <dl>
        {provenanceRows(state).map(({ what, words }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const whole = (state: State): State => state;
