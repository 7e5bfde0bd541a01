import { useState } from "react";
import { Button } from "../../controls/button.tsx";
import { chartPng } from "./chart-png.ts";
import { chartSvg } from "./chart-svg.ts";
import { download, fileName } from "./download.ts";
import type { ChartNotes, SavedChart } from "./saved-chart.ts";
import { printSeriesCsv } from "./series-csv.ts";

export interface SaveMenuProps {
  readonly id: string;
  readonly chart: SavedChart;
  readonly notes: ChartNotes;
  readonly onDone: () => void;
}

/** The ways to take one chart home. */
export function SaveMenu({ id, chart, notes, onDone }: SaveMenuProps) {
  const [trouble, setTrouble] = useState("");
  const name = `normscope-${fileName(chart.title)}`;
  const saveSvg = (): void => {
    download(`${name}.svg`, chartSvg(chart, notes).markup, "image/svg+xml");
    onDone();
  };
  const savePng = (): void => {
    chartPng(chartSvg(chart, notes)).then(
      (blob) => {
        download(`${name}.png`, blob);
        onDone();
      },
      () => setTrouble("This browser draws no PNG; the SVG holds the same picture."),
    );
  };
  return (
    <div className="chart-save-menu" id={id}>
      <Button kind="quiet" onClick={saveSvg}>
        SVG
      </Button>
      <Button kind="quiet" onClick={savePng}>
        PNG, at 2×
      </Button>
      {chart.kind === "lines" ? (
        <Button
          kind="quiet"
          onClick={() => {
            download(`${name}.csv`, printSeriesCsv(chart, notes), "text/csv");
            onDone();
          }}
        >
          CSV
        </Button>
      ) : null}
      <output>{trouble}</output>
    </div>
  );
}
