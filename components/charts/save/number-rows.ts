import { formatInteger, formatNumber } from "../../prose/format.ts";
import { pointAt, pointsUpTo } from "../line-series.ts";
import type { LineSeries } from "../line-series.ts";
import type { Multiple } from "../small-multiples-layout.ts";
import type { SavedChart } from "./saved-chart.ts";

/** More rows than this are not read; the CSV has all. */
const MOST_ROWS = 12;

/** A chart’s numbers for reading: heads, and rows of a head and its cells. */
export interface NumberRows {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
  /** How many rows there would be if none were left out. */
  readonly all: number;
}

/** Steps, groups or places down, lanes across. Every cell is a number of the chart as it stands, none is in between two. */
export function numberRows(chart: SavedChart): NumberRows {
  switch (chart.kind) {
    case "lines":
      return ofLines(chart.series, chart.xDomain, chart.xLabel);
    case "multiples":
      return ofPlaces(chart.multiples);
    case "boxes":
      return {
        heads: ["of the run", ...chart.series.map(({ label }) => `${label}: median (quartiles)`)],
        rows: chart.groups.map((head, group) => ({
          head,
          cells: chart.series.map(({ boxes }) => {
            const box = boxes[group];
            return box
              ? `${formatNumber(box.median)} (${formatNumber(box.q1)} to ${formatNumber(box.q3)})`
              : "–";
          }),
        })),
        all: chart.groups.length,
      };
    case "bands":
      return ofLines(
        chart.series.map((band) => ({
          ...band,
          label: `${band.label}, median`,
          weight: "thin",
          values: band.median,
          length: band.steps.length,
        })),
        chart.xDomain,
        "step",
      );
    default:
      return chart satisfies never;
  }
}

function ofLines(
  series: readonly LineSeries[],
  [from, to]: readonly [number, number],
  xLabel: string,
): NumberRows {
  const steps = [...new Set(series.flatMap((line) => stepsOf(line, from, to)))].sort(
    (a, b) => a - b,
  );
  return {
    heads: [xLabel, ...series.map(({ label }) => label)],
    rows: evenly(steps).map((step) => ({
      head: formatInteger(step),
      cells: series.map((line) => {
        const point = pointAt(line, step);
        return point?.step === step ? formatNumber(point.value) : "–";
      }),
    })),
    all: steps.length,
  };
}

/** Small multiples: a row a place, as it stands at its last step. */
function ofPlaces(multiples: readonly Multiple[]): NumberRows {
  const labels = [...new Set(multiples.flatMap(({ series }) => series.map(({ label }) => label)))];
  return {
    heads: ["at the last step", ...labels],
    rows: multiples.map(({ id, series }) => ({
      head: id,
      cells: labels.map((label) => {
        const line = series.find((one) => one.label === label);
        const point = line ? pointAt(line, null) : null;
        return point ? formatNumber(point.value) : "–";
      }),
    })),
    all: multiples.length,
  };
}

function stepsOf(line: LineSeries, from: number, to: number): number[] {
  const first = pointsUpTo(line, from - 1);
  const last = pointsUpTo(line, to);
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => line.steps[first + i] ?? 0);
}

/** As many as are read at once, the first and the last among them. */
function evenly(steps: readonly number[]): readonly number[] {
  if (steps.length <= MOST_ROWS) return steps;
  const last = steps.length - 1;
  return Array.from(
    { length: MOST_ROWS },
    (_, row) => steps[Math.round((row * last) / (MOST_ROWS - 1))] ?? 0,
  );
}
