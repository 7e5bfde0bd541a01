import { useId, useMemo, useState } from "react";
import { download, fileName } from "../../components/charts/save/download.ts";
import { printSeriesCsv } from "../../components/charts/save/series-csv.ts";
import { Button } from "../../components/controls/button.tsx";
import { Choice } from "../../components/controls/choice.tsx";
import { useChartEvents } from "../panels/use-chart-events.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useReadout, useSession } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import { csvChart, csvChoices } from "./csv-choices.ts";
import { Part } from "./part.tsx";
import { liveNotes } from "./run-notes.ts";

/** Any of the series as a table. */
export function SeriesSection() {
  const { store, series } = useSession();
  const looks = useLooks();
  const events = useChartEvents();
  const columns = usePage((state) => state.columns);
  const step = useReadout((state) => state.step);
  const choices = useMemo(() => csvChoices({ columns }), [columns]);
  const [wanted, want] = useState("");
  const id = useId();
  const chosen = choices.find((choice) => choice.id === wanted) ?? choices[0];
  if (!chosen) return null;
  const save = (): void => {
    const state = store.getState();
    const chart = { ...csvChart(chosen, state, series, looks), events };
    download(
      `normscope-${fileName(chosen.label)}.csv`,
      printSeriesCsv(chart, liveNotes(state)),
      "text/csv",
    );
  };
  return (
    <Part title="Series as CSV">
      <p>
        A column a lane and place, a row a step, under a header of lines that begin with #: link,
        preset, seed, device, version, date and what happened on the way.
      </p>
      <div className="take-home-actions">
        <Choice
          id={id}
          label="Series"
          options={choices.map(({ id: value, label }) => ({ value, label }))}
          value={chosen.id}
          onChange={want}
        />
        <Button onClick={save} disabledReason={step === 0 ? "No step is taken yet." : undefined}>
          Save as CSV
        </Button>
      </div>
    </Part>
  );
}
