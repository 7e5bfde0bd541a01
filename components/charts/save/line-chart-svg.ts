import { numberParts, partsText } from "../../prose/format.ts";
import { bandParts } from "../band.ts";
import { LABEL_GAP, endLabels } from "../end-labels.ts";
import { clippedWords } from "../line-chart-axes.tsx";
import { lineChartLayout } from "../line-chart-layout.ts";
import type { LineChartLayout } from "../line-chart-layout.ts";
import type { LineSeries } from "../line-series.ts";
import { axisMarkup } from "./axis-markup.ts";
import { clipMarkup, inOrder, lineMarkup, pathOf, tenth } from "./line-markup.ts";
import type { SavedLines } from "./saved-chart.ts";
import { element, escaped, INK, INK_SECONDARY, numberMarkup } from "./svg-markup.ts";

const CLIP = "plot";

/** The marks of a line chart at a size, by the page’s own layout and in its order: bands, lines, words. */
export function lineChartMarkup(chart: SavedLines, width: number, height: number): string {
  const layout = lineChartLayout({ ...chart, width, height });
  const { plot } = layout;
  return [
    clipMarkup(plot, CLIP),
    ...chart.bands.map((band) => bandMarkup(band, layout)),
    ...inOrder(chart.series).map((line) => lineMarkup(line, layout.frame, CLIP)),
    axisMarkup({ ...layout, ticksBelow: layout.xTicks }, chart.yLabel),
    text(layout.xLabelAt, plot.bottom + 18, chart.xLabel),
    text(width, 10, clippedWords(layout, chart.yLabel), { "text-anchor": "end" }),
    ...levelsMarkup(chart, layout),
    ...labelsMarkup(chart.series, layout),
    ...chart.events.map(({ step }) =>
      element("path", {
        d: `M${layout.x(step)},${plot.bottom + 1}l4,6h-8z`,
        fill: INK_SECONDARY,
      }),
    ),
  ].join("\n");
}

function text(
  x: number,
  y: number,
  words: string,
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  return element("text", { x, y, fill: INK_SECONDARY, ...attributes }, escaped(words));
}

function bandMarkup(band: LineSeries, layout: LineChartLayout): string {
  const colour = band.style.colour.light;
  return bandParts(band, layout)
    .map((part) => {
      const edge = pathOf(part);
      const area = `${edge}V${layout.plot.bottom}H${tenth(part[0] ?? 0)}Z`;
      return (
        element("path", { d: area, fill: colour, "fill-opacity": 0.1 }) +
        element("path", { d: edge, fill: "none", stroke: colour, "stroke-opacity": 0.45 })
      );
    })
    .join("");
}

function levelsMarkup({ levels }: SavedLines, { plot, y, isEmpty }: LineChartLayout): string[] {
  if (isEmpty) return [];
  return levels.flatMap(({ value, label }) => {
    const at = y(value);
    const words = `${label} = ${partsText(numberParts(value))}`;
    if (at > plot.bottom + 0.5) return [];
    if (at < plot.top - 0.5)
      return [text(plot.left + 6, plot.top + 10, `${words}, above the scale`, { fill: INK })];
    const rule = { d: `M${plot.left},${at}H${plot.right}`, stroke: INK, "stroke-dasharray": "1 3" };
    return [
      element("path", rule),
      text(plot.left + 6, at < plot.top + 16 ? at + 13 : at - 5, words, { fill: INK }),
    ];
  });
}

function labelsMarkup(series: readonly LineSeries[], layout: LineChartLayout): string[] {
  const { plot, labels: setting } = layout;
  const labels = endLabels(series, null, { ...layout, lineHeight: setting.lineHeight });
  const isStacked = setting.form === "below";
  return labels.map(({ id, label, value, dash, y, point }) => {
    const colour = series.find((line) => line.id === id)?.style.colour.light;
    const lead = element("path", {
      d: `M${point.x + 4},${point.y}H${plot.right}L${plot.right + LABEL_GAP - 3},${y}`,
      fill: "none",
      stroke: colour,
      "stroke-opacity": 0.5,
      "stroke-dasharray": dash.join(" ") || undefined,
    });
    const name = element(
      "text",
      {
        x: plot.right + LABEL_GAP,
        y: (isStacked ? y - 7 : y) + 4,
        fill: colour,
        "font-weight": 600,
      },
      escaped(label),
    );
    const number = element(
      "text",
      { x: plot.right + setting.valueOffset, y: (isStacked ? y + 7 : y) + 4, fill: INK },
      numberMarkup(value),
    );
    return lead + name + (setting.form === "name" ? "" : number);
  });
}
