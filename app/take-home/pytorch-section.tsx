import { useMemo, useState } from "react";
import { download } from "../../components/charts/save/download.ts";
import { Button } from "../../components/controls/button.tsx";
import { usePage } from "../store/hooks.ts";
import { CopyButton } from "./copy-button.tsx";
import { Part } from "./part.tsx";
import { pytorchFile } from "./pytorch-file.ts";
import { linkTo } from "./run-notes.ts";

/** The way out of the browser, and back into its charts. */
export function PyTorchSection() {
  const experiment = usePage((state) => state.experiment);
  const link = usePage(linkTo);
  const [isSeen, setSeen] = useState(false);
  const [now] = useState(() => new Date());
  const source = useMemo(() => pytorchFile(experiment, link, now), [experiment, link, now]);
  return (
    <Part title="As PyTorch">
      <p>
        One Python file with the normalisers of this experiment and a recorder. The recorder reads
        the same statistics at chosen modules of any model, with padding masks and on any number of
        processes, and writes a file that opens here.
      </p>
      <div className="take-home-actions">
        <Button onClick={() => download("normscope_norms.py", source, "text/x-python")}>
          Save as Python
        </Button>
        <CopyButton label="Copy the Python" text={() => source} />
        <Button kind="quiet" isExpanded={isSeen} onClick={() => setSeen(!isSeen)}>
          {isSeen ? "Hide it" : "Read it"}
        </Button>
      </div>
      {isSeen ? (
        // It scrolls, and what scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="take-home-code" tabIndex={0} aria-label="The Python file">
          <pre>{source}</pre>
        </section>
      ) : null}
    </Part>
  );
}
