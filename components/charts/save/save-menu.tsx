import { useState } from "react";
import { Button } from "../../controls/button.tsx";
import { chartPng } from "./chart-png.ts";
import { chartSvg } from "./chart-svg.ts";
import { download, fileName } from "./download.ts";
import { NumberTable } from "./number-table.tsx";
import { notesOf } from "./saved-chart.ts";
import type { ChartNotes, SavedChart } from "./saved-chart.ts";
import { printSeriesCsv } from "./series-csv.ts";
import type { CsvChart, CsvSeries } from "./series-csv.ts";

export interface SaveMenuProps {
  readonly id: string;
  readonly chart: SavedChart;
  readonly notes: () => Promise<ChartNotes>;
  readonly onDone: () => void;
}

/** The ways to take one chart home. */
export function SaveMenu({ id, chart, notes, onDone }: SaveMenuProps) {
  const [trouble, setTrouble] = useState("");
  const [isRead, setRead] = useState(false);
  const table = tableOf(chart);
  const name = `normscope-${fileName(chart.title)}`;
  const save = (write: (notes: ChartNotes) => Promise<void> | void) => (): void => {
    const written = notes().then(write);
    written.then(onDone, () => setTrouble("It could not be written. Try again, or the SVG."));
  };
  const saveSvg = save((said) =>
    download(`${name}.svg`, chartSvg(chart, said).markup, "image/svg+xml"),
  );
  const savePng = save(async (said) =>
    download(`${name}.png`, await chartPng(chartSvg(chart, said))),
  );
  return (
    <div className="chart-save-menu" id={id}>
      <Button kind="quiet" onClick={() => setRead(true)}>
        Read as a table
      </Button>
      <Button kind="quiet" onClick={saveSvg}>
        SVG
      </Button>
      <Button kind="quiet" onClick={savePng}>
        PNG, at 2×
      </Button>
      {table ? (
        <Button
          kind="quiet"
          onClick={save((said) =>
            download(`${name}.csv`, printSeriesCsv(table, notesOf(chart, said)), "text/csv"),
          )}
        >
          CSV
        </Button>
      ) : null}
      <output>{trouble}</output>
      {isRead ? <NumberTable chart={chart} onClose={onDone} /> : null}
    </div>
  );
}

/** The lines of a chart, each with its place where there are many; boxes and bands have none. */
function tableOf(chart: SavedChart): CsvChart | null {
  if (chart.kind === "lines") return chart;
  if (chart.kind !== "multiples") return null;
  const series = chart.multiples.flatMap(({ id, series: lines }) =>
    lines.map((line): CsvSeries => ({ ...line, place: id })),
  );
  return { ...chart, xLabel: "step", events: [], series };
}
