import { Button } from "../../components/controls/button.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { Panel } from "../../components/frame/panel.tsx";
import { laneLabels } from "../../sim/contract/lane-labels.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { useSession } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import type { ExperimentFile } from "./experiment-file.ts";
import type { Opened } from "./open-file.ts";
import { RecordedCharts } from "./recorded-charts.tsx";
import { RecordedRun } from "./recorded-run.tsx";
import { savedWords } from "./saved-words.ts";
import { startAnew } from "./start-anew.ts";
import "./from-files.css";

/** Every file that is open again, beside the run and apart from it. */
export function FromFiles() {
  const opened = usePage((state) => state.opened);
  const { setOpened } = useActions();
  return opened.map((file) => (
    <div className="from-file" key={file.name}>
      <Panel
        title={`From a file: ${file.name}`}
        aside={
          <Button kind="quiet" onClick={() => setOpened(opened.filter((other) => other !== file))}>
            Close the file
          </Button>
        }
      >
        <Content file={file} />
      </Panel>
    </div>
  ));
}

function Content({ file }: { readonly file: Opened }) {
  switch (file.kind) {
    case "refused":
      return (
        <Notice kind="alert">
          <p>{file.sentence}</p>
        </Notice>
      );
    case "experiment":
      return <ExperimentContent {...file.experiment} />;
    case "run":
      return <RecordedRun key={file.run.saved} run={file.run} />;
    case "recording":
      return (
        <>
          <p className="panel-words">
            “{file.recording.title}”, recorded and not computed now: every point is the file’s.
          </p>
          <RecordedCharts recording={file.recording} />
        </>
      );
    default:
      return file satisfies never;
  }
}

/** What would be trained, and the button that does. */
function ExperimentContent({ saved, address }: ExperimentFile) {
  const session = useSession();
  const { preset, experiment, complaints } = address;
  return (
    <>
      <p className="panel-words">
        An experiment saved {savedWords(saved)}: “{preset.question}”,{" "}
        {laneLabels(experiment, catalogue).join(", ")}, seed {experiment.seed}. The run that is
        going goes on until you start this one.
      </p>
      {complaints.length === 0 ? null : (
        <ul className="panel-words">
          {complaints.map((complaint) => (
            <li key={complaint}>{complaint}</li>
          ))}
        </ul>
      )}
      <Button kind="primary" onClick={() => startAnew(session, { ...address, complaints: [] })}>
        Start this experiment
      </Button>
    </>
  );
}
