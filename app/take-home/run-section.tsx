import { useState } from "react";
import { download, fileName } from "../../components/charts/save/download.ts";
import { Button } from "../../components/controls/button.tsx";
import { counted } from "../../components/prose/format.ts";
import { useReadout, useSession } from "../session-context.ts";
import { packed } from "./gzip.ts";
import { Part } from "./part.tsx";
import { printRunFile } from "./run-file.ts";
import { linkTo } from "./run-notes.ts";

/** The run with all it has measured. */
export function RunSection() {
  const { store, series } = useSession();
  const step = useReadout((state) => state.step);
  const [isWriting, setWriting] = useState(false);
  const reason = isWriting
    ? "It is being written."
    : step === 0
      ? "No step is taken yet."
      : undefined;
  const save = (): void => {
    const state = store.getState();
    const text = printRunFile(state, series, linkTo(state), new Date());
    if (text === null) return;
    setWriting(true);
    const name = `normscope-run-${fileName(state.preset.id)}-seed-${state.experiment.seed}`;
    void packed(text).then(({ blob, isPacked }) => {
      download(`${name}.json${isPacked ? ".gz" : ""}`, blob);
      setWriting(false);
    });
  };
  return (
    <Part title="The whole run">
      <p>
        All series to the bit, marks, translations, settings and the device, as it stands now:{" "}
        {counted(step, "step")}. Opened again it is drawn as recorded, and can be played anew.
      </p>
      <div className="take-home-actions">
        <Button onClick={save} disabledReason={reason}>
          Save the run
        </Button>
      </div>
    </Part>
  );
}
