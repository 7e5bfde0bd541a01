import type { RecordedRun } from "../../sim/contract/recorded-run.ts";
import { recordedWords } from "./recorded-words.ts";
import "./recorded-note.css";

/** Where the recorded lines come from; a step away, how they were thinned and how to have them again. */
export function RecordedNote({ run }: { readonly run: RecordedRun }) {
  return (
    <details className="recorded-note">
      <summary>{recordedWords(run)} Press Play to train it here.</summary>
      <p>
        {run.thinning} Made at commit <code>{run.commit}</code> by <code>{run.command}</code>.
      </p>
    </details>
  );
}
