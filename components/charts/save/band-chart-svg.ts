import { bandChartLayout } from "../band-chart-layout.ts";
import { axisMarkup } from "./axis-markup.ts";
import type { SavedBands } from "./saved-chart.ts";
import { element, escaped } from "./svg-markup.ts";

/** The marks of a chart of medians and ranges at a size. */
export function bandChartMarkup(chart: SavedBands, width: number, height: number): string {
  const layout = bandChartLayout({ ...chart, width, height });
  const { plot, xTicks, bands } = layout;
  return [
    axisMarkup({ ...layout, ticksBelow: xTicks }, chart.yLabel),
    ...bands.map(({ series: { label, style }, line, area, labelAt }) => {
      const colour = style.colour.light;
      const stroke = { fill: "none", stroke: colour, "stroke-width": 2 };
      const name = { x: plot.right + 8, y: labelAt + 4, fill: colour, "font-weight": 600 };
      return [
        area === "" ? "" : element("path", { d: area, fill: colour, "fill-opacity": 0.16 }),
        line === ""
          ? ""
          : element("path", {
              d: line,
              ...stroke,
              "stroke-dasharray": style.dash.join(" ") || undefined,
            }),
        element("text", name, escaped(label)),
      ].join("");
    }),
  ].join("\n");
}
