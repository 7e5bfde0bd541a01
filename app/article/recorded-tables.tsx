import type { ReactNode } from "react";
import type { SweepFile } from "../../sim/contract/sweep.ts";
import { DistanceTable } from "../findings/distance-table.tsx";
import { ScoreTables } from "../findings/score-tables.tsx";
import { useRecorded } from "../recorded/use-recorded.ts";

interface RecordedProps {
  readonly preset: string;
}

interface DistanceChoice {
  /** Id of a metric; the paper’s where none is named. */
  readonly metric?: string;
}

/** What a recorded sweep ended with, and what it allows to say. */
export function RecordedScores({ preset }: RecordedProps) {
  const file = useRecorded(preset);
  return file ? (
    <Recorded file={file}>
      <ScoreTables measured={file} />
    </Recorded>
  ) : null;
}

/** How far batches lay from what is remembered, through a recorded sweep. */
export function RecordedDistances({ preset, metric }: RecordedProps & DistanceChoice) {
  const file = useRecorded(preset);
  return file ? (
    <Recorded file={file}>
      <DistanceTable file={file} isOpen {...(metric !== undefined && { metric })} />
    </Recorded>
  ) : null;
}

function Recorded({ file, children }: { readonly file: SweepFile; readonly children: ReactNode }) {
  return (
    <aside className="article-recorded" aria-label={`Recorded: ${file.preset}`}>
      <p>
        <b>Recorded</b>, not computed in this page: {file.seeds.length} seeds, {file.steps} steps,{" "}
        {file.device}, by <code>{file.command}</code>
      </p>
      {children}
    </aside>
  );
}
