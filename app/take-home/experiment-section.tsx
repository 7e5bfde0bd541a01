import { useId } from "react";
import { download, fileName } from "../../components/charts/save/download.ts";
import { Button } from "../../components/controls/button.tsx";
import { useSession } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import { CopyButton } from "./copy-button.tsx";
import { printExperimentFile } from "./experiment-file.ts";
import { Part } from "./part.tsx";
import { linkTo } from "./run-notes.ts";

/** The experiment without its numbers: as a link, and as a file that says every setting. */
export function ExperimentSection() {
  const { store } = useSession();
  const link = usePage(linkTo);
  const id = useId();
  const save = (): void => {
    const state = store.getState();
    const text = printExperimentFile(state, linkTo(state), new Date());
    download(`normscope-${fileName(state.preset.id)}.json`, text, "application/json");
  };
  return (
    <Part title="The experiment">
      <p>
        The link is the experiment. The file says the same with every setting spelt out, so that it
        stays what it is when a preset of this page changes.
      </p>
      <label className="take-home-link" htmlFor={id}>
        Link
        <input id={id} readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <div className="take-home-actions">
        <CopyButton label="Copy the link" text={() => link} />
        <Button onClick={save}>Save as JSON</Button>
      </div>
    </Part>
  );
}
