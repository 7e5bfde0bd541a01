import { useCallback, useEffect, useId, useState } from "react";
import type { ChangeEvent } from "react";
import { Button } from "../../components/controls/button.tsx";
import { BytePicture } from "../../components/frame/byte-picture.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { Panel } from "../../components/frame/panel.tsx";
import { Progress } from "../../components/frame/progress.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { MOST_BYTES, OWN_WORKLOADS } from "../../sim/contract/own-data.ts";
import type { Found, OwnFile } from "../../sim/contract/own-data.ts";
import { initialValues } from "../../sim/contract/params.ts";
import { useSession } from "../session-context.ts";
import { OwnDataDesk } from "../session/own-data-desk.ts";
import { readerPort } from "../session/reader-port.ts";
import { usePage } from "../store/hooks.ts";
import { takeIn } from "../take-home/take-in.ts";
import { chosenFiles } from "./dropped-files.ts";
import { foundSentences } from "./own-data-words.ts";
import { useFileDrop } from "./use-file-drop.ts";
import "./own-data.css";

const megabytes = (bytes: number): string => `${bytes / 2 ** 20} MB`;

interface OwnDataPanelProps {
  /** Files that were saved from this page are told apart and opened; an embedding has no place to show them. */
  readonly opensSaved?: boolean;
}

/** Files of a learner's own: choosing or dropping them, what was found in them, and a run on them. */
export function OwnDataPanel({ opensSaved = false }: OwnDataPanelProps) {
  const session = useSession();
  const [desk] = useState(() => new OwnDataDesk(session, readerPort));
  useEffect(() => desk.stop, [desk]);
  const { store } = session;
  const read = useCallback(
    (files: readonly OwnFile[]) =>
      void (opensSaved ? takeIn(files, store, desk.read) : desk.read(files)),
    [opensSaved, store, desk],
  );
  const isOver = useFileDrop(read);
  const reading = usePage((state) => state.reading);
  return (
    <Panel title="Your own data">
      <p className="own-data-words">
        Choose files, or drop them anywhere on this page. They are read here and go nowhere. For
        translation: a table of two columns parted by a tab, or two texts with equally many lines.
        For language modelling: one text. For pictures: CIFAR-10 binary batches, IDX files as MNIST
        has them, also gzipped, or PNG and JPEG in a folder for each class, also as a zip. Up to{" "}
        {megabytes(MOST_BYTES.text)} of text in UTF-8, or {megabytes(MOST_BYTES.pictures)} of
        pictures.
      </p>
      <div className="own-data-choosers">
        <FileChooser onFiles={read} label="Choose files" />
        <FileChooser onFiles={read} label="Choose a folder" isFolder />
        {reading ? <Button onClick={desk.stop}>Stop reading</Button> : null}
      </div>
      {reading ? <Reading {...reading} /> : null}
      <Refusal />
      <FoundData desk={desk} />
      {isOver ? (
        <div className="own-data-drop" aria-hidden="true">
          Drop the files to have them read
        </div>
      ) : null}
    </Panel>
  );
}

interface DeskProps {
  readonly desk: OwnDataDesk;
}

interface FileChooserProps {
  readonly onFiles: (files: readonly OwnFile[]) => void;
  readonly label: string;
  readonly isFolder?: boolean;
}

function FileChooser({ onFiles, label, isFolder = false }: FileChooserProps) {
  const id = useId();
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const files = chosenFiles(currentTarget.files);
    // The same file may be chosen again once it is mended.
    currentTarget.value = "";
    if (files.length > 0) onFiles(files);
  };
  return (
    <label className="button own-data-chooser" htmlFor={id}>
      {label}
      <input
        id={id}
        type="file"
        multiple
        onChange={choose}
        // React knows no such attribute, though every browser does.
        ref={(input) => (isFolder ? input?.setAttribute("webkitdirectory", "") : undefined)}
      />
    </label>
  );
}

function Reading({ doing, done, of }: { doing: string; done: number; of: number }) {
  // Bytes, while files are being read: nobody counts them one by one.
  const isBytes = doing === "Reading";
  const scale = isBytes ? 2 ** 20 : 1;
  return (
    <Progress
      doing={isBytes ? "Reading, in megabytes" : doing}
      done={Math.round(done / scale)}
      of={Math.round(of / scale)}
    />
  );
}

function Refusal() {
  const refusal = usePage((state) => state.refusal);
  if (refusal === null) return null;
  return (
    <Notice kind="alert">
      <p>{refusal}</p>
    </Notice>
  );
}

function FoundData({ desk }: DeskProps) {
  const found = usePage((state) => state.found);
  const tasks = usePage((state) => state.experiment.tasks);
  if (!found) return null;
  const { found: facts } = found.data;
  const workload = entry(catalogue.workloads, OWN_WORKLOADS[facts.kind]);
  const set = tasks.find((task) => task.workload.id === workload.id)?.workload.params;
  const values = { ...initialValues(workload.params), ...set };
  return (
    <section className="own-data-found" aria-label="What was found in your files">
      <output>
        {found.isStarted ? "Learnt from" : "Found"}: {facts.format}.
      </output>
      <ul>
        {foundSentences(facts, values).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Examples found={facts} />
      <Button kind="primary" onClick={desk.start}>
        {found.isStarted ? "Start again with this data" : "Start with this data"}
      </Button>
    </section>
  );
}

/** The first three, by which a learner sees whether the right file was read in the right way. */
function Examples({ found }: { readonly found: Found }) {
  if (found.kind === "pictures")
    return (
      <ol className="own-data-pictures">
        {found.examples.map(({ label, rgb }, index) => (
          // Examples have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <BytePicture rgb={rgb} width={found.width} height={found.height} label={label} />
            {label}
          </li>
        ))}
      </ol>
    );
  return (
    <ol className="own-data-lines">
      {found.examples.map((example, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          {typeof example === "string" ? example : `${example.input} → ${example.output}`}
        </li>
      ))}
    </ol>
  );
}
