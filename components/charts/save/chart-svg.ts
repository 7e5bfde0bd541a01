import { formatInteger } from "../../prose/format.ts";
import { bandChartMarkup } from "./band-chart-svg.ts";
import { boxPlotMarkup } from "./box-plot-svg.ts";
import { lineChartMarkup } from "./line-chart-svg.ts";
import { LINK, notesOf } from "./saved-chart.ts";
import type { ChartNotes, SavedChart } from "./saved-chart.ts";
import { smallMultiplesMarkup } from "./small-multiples-svg.ts";
import { element, escaped, INK, INK_SECONDARY, PAPER, SANS, SERIF, wrapped } from "./svg-markup.ts";

/** CSS pixels, whatever the chart’s own width on the screen: a picture for a page of text. */
const WIDTH = 680;
const PLOT_HEIGHT = 320;
const MARGIN = 20;
/** A size below the page’s, since the fonts that stand in for ours are wider. */
const SIZE = 11;
const LINE = 16;

export interface ChartSvg {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** A chart as a picture on its own, on light ground: title, plot, and what it shows, of what, and where it comes from. */
export function chartSvg(chart: SavedChart, notes: ChartNotes): ChartSvg {
  const inner = WIDTH - 2 * MARGIN;
  const caption = captionLines(chart, notes, inner);
  const plotTop = MARGIN + 26;
  const marks = marksOf(chart, inner);
  const captionTop = plotTop + marks.height + 26;
  const height = captionTop + caption.length * LINE + MARGIN - LINE / 2;
  const title = { x: MARGIN, y: MARGIN + 12, fill: INK, "font-family": SERIF, "font-size": 17 };
  const markup = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      "font-family": SANS,
      "font-size": SIZE,
      role: "img",
    },
    element("title", {}, escaped(chart.title)),
    element("desc", {}, escaped(caption.join(" "))),
    element("rect", { width: WIDTH, height, fill: PAPER }),
    element("text", title, escaped(chart.title)),
    element("g", { transform: `translate(${MARGIN} ${plotTop})` }, marks.markup),
    ...caption.map((words, i) =>
      element("text", { x: MARGIN, y: captionTop + i * LINE, fill: INK_SECONDARY }, escaped(words)),
    ),
  );
  return { markup: `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`, width: WIDTH, height };
}

function marksOf(chart: SavedChart, width: number): { markup: string; height: number } {
  const height = PLOT_HEIGHT;
  switch (chart.kind) {
    case "lines":
      return { markup: lineChartMarkup(chart, width, height), height };
    case "boxes":
      return { markup: boxPlotMarkup(chart, width, height), height };
    case "bands":
      return { markup: bandChartMarkup(chart, width, height), height };
    case "multiples":
      return smallMultiplesMarkup(chart, width);
    default:
      return chart satisfies never;
  }
}

function captionLines(chart: SavedChart, notes: ChartNotes, width: number): string[] {
  const { source, facts } = notesOf(chart, notes);
  const settings = facts.filter(([name]) => name !== LINK && name !== source);
  const whole = facts.find(([name]) => name === source)?.[1];
  const capital = `${source[0]?.toUpperCase()}${source.slice(1)}`;
  const said = settings.map(([name, value]) => `${name} ${value}`).join("; ");
  const origin = whole ?? (said === "" ? `${capital}.` : `${capital}: ${said}.`);
  const events = chart.kind === "lines" ? chart.events : [];
  const happened = events.map(({ step, label }) => `${formatInteger(step)}: ${label}`).join("; ");
  const link = facts.find(([name]) => name === LINK)?.[1];
  return [
    ...wrapped(chart.summary, width),
    ...(happened === "" ? [] : wrapped(`At step ${happened}.`, width)),
    ...wrapped(origin, width),
    ...(link === undefined ? [] : wrapped(link, width)),
  ];
}
