import { BIBTEX } from "./bibtex.ts";
import { CopyButton } from "./copy-button.tsx";
import { Part } from "./part.tsx";

/** How to cite this page. */
export function CiteSection() {
  return (
    <Part title="Cite">
      <p>
        With the link of the experiment, its device and its seed, a reader can run what you saw. The
        papers behind the methods are named on their cards.
      </p>
      <pre className="take-home-code take-home-bibtex">{BIBTEX}</pre>
      <div className="take-home-actions">
        <CopyButton label="Copy BibTeX" text={() => BIBTEX} />
      </div>
    </Part>
  );
}
