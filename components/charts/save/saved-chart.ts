import type { ChartEvent } from "../line-chart-events.tsx";
import type { ChartLevel } from "../line-chart-levels.tsx";
import type { LineSeries } from "../line-series.ts";
import type { BandSeries } from "../band-chart-layout.ts";
import type { BoxSeries } from "../box-plot-layout.ts";
import type { Multiple } from "../small-multiples-layout.ts";

/** Where a chart’s numbers come from; every file that is saved of it says so. */
export type Source = "computed live" | "recorded" | "from a file";

/** What the page knows of the run behind a chart, as names and values: link, preset, seed, device, date … */
export interface ChartNotes {
  readonly source: Source;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

interface Titled {
  readonly title: string;
  readonly summary: string;
  readonly yLabel: string;
}

export interface SavedLines extends Titled {
  readonly kind: "lines";
  readonly xLabel: string;
  readonly scale: "linear" | "log";
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly series: readonly LineSeries[];
  readonly bands: readonly LineSeries[];
  readonly levels: readonly ChartLevel[];
  readonly events: readonly ChartEvent[];
  /** Where and when, if the lines are not of the run that is going but were recorded before it. */
  readonly recorded?: string | undefined;
}

export interface SavedBoxes extends Titled {
  readonly kind: "boxes";
  readonly scale: "linear" | "log";
  readonly groups: readonly string[];
  readonly yDomain: readonly [number, number] | undefined;
  readonly series: readonly BoxSeries[];
  /** Numbers that no run of this page measured. */
  readonly recorded: boolean;
}

export interface SavedBands extends Titled {
  readonly kind: "bands";
  readonly xDomain: readonly [number, number];
  readonly series: readonly BandSeries[];
}

export interface SavedMultiples extends Titled {
  readonly kind: "multiples";
  readonly multiples: readonly Multiple[];
  readonly scale: "linear" | "log";
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
}

/** A chart as its props say it, for drawing once more outside the page. */
export type SavedChart = SavedLines | SavedBoxes | SavedBands | SavedMultiples;

/** What is to be said of this chart: of recorded numbers nothing of the run that is going, but its link. */
export function notesOf(chart: SavedChart, notes: ChartNotes): ChartNotes {
  const isRecorded = (chart.kind === "lines" || chart.kind === "boxes") && chart.recorded;
  if (!isRecorded || notes.source === "from a file") return notes;
  const where =
    chart.kind === "lines" && chart.recorded ? [["recorded", chart.recorded] as const] : [];
  const link = notes.facts.filter(([name]) => name === LINK);
  return { source: "recorded", facts: [...where, ...link] };
}

/** The fact that stands on a line of its own. */
export const LINK = "link";
