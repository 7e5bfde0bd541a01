import type { ChartEvent } from "../line-chart-events.tsx";
import type { LineSeries } from "../line-series.ts";
import type { ChartNotes } from "./saved-chart.ts";
import { shortest } from "./shortest.ts";

export const CSV_OPENING = "# Normscope series, version ";
export const CSV_VERSION = 1;

/** A line, and where and by what measure it was read; charts of one place and measure are drawn together. */
export interface CsvSeries extends LineSeries {
  readonly place?: string;
  readonly measure?: string;
}

export interface CsvChart {
  readonly title: string;
  readonly summary: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly scale: "linear" | "log";
  readonly events: readonly ChartEvent[];
  readonly series: readonly CsvSeries[];
}

/**
 * Lines over their steps as CSV. What the numbers are stands above them in lines that begin with #, which
 * `pandas.read_csv(…, comment="#")` and its like leave out. A cell is empty where a line has no point.
 */
export function printSeriesCsv(chart: CsvChart, { source, facts }: ChartNotes): string {
  const named: (readonly [string, string])[] = [
    ["title", chart.title],
    ["about", chart.summary],
    ["x", chart.xLabel],
    ["y", chart.yLabel],
    ["scale", chart.scale],
    ["source", source],
    ...facts,
    ...chart.events.map(({ step, label }) => [`event ${step}`, label] as const),
    ...chart.series.map((line, i) => [`column ${i + 1}`, columnWords(line)] as const),
  ];
  const comments = named.map(([name, value]) => `# ${name}: ${oneLine(value)}`);
  const head = [chart.xLabel, ...chart.series.map(headOf)].map(quoted).join(",");
  return `${[`${CSV_OPENING}${CSV_VERSION}`, ...comments, head, ...rowsOf(chart.series)].join("\n")}\n`;
}

/** What a column’s head cannot say in a word. */
function columnWords({ label, style, weight, place, measure }: CsvSeries): string {
  const colour = style.cssVariable.slice("--lane-".length);
  return JSON.stringify({ label, colour, dash: style.dash, weight, place, measure });
}

function headOf({ label, place, measure }: CsvSeries): string {
  return [label, place, measure].filter((part) => part !== undefined).join(" · ");
}

/** One row for each step that any line has. */
function rowsOf(series: readonly CsvSeries[]): string[] {
  const all = new Set<number>();
  for (const { steps, length } of series)
    for (let row = 0; row < length; row++) all.add(steps[row] as number);
  const at = series.map(() => 0);
  return [...all]
    .sort((a, b) => a - b)
    .map((step) => {
      const cells = series.map(({ steps, values, length }, i) => {
        const row = at[i] as number;
        if (row >= length || steps[row] !== step) return "";
        at[i] = row + 1;
        return shortest(values[row] as number);
      });
      return [shortest(step), ...cells].join(",");
    });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, " ");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${oneLine(cell).replaceAll('"', '""')}"` : cell;
}
